/** An event as a file holds it. */
export type Json = Readonly<Record<string, unknown>>

/** What a handler must see of an event. */
export interface Seen {
  readonly method: unknown
  readonly path: string
  readonly queryAll: Readonly<Record<string, ReadonlyArray<string>>>
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
  readonly sourceIp: string
  /** The body's bytes in base64; `undefined` where they are marked as base64 and are not. */
  readonly body: string | undefined
}

export const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

const list = (value: unknown): ReadonlyArray<string> => (Array.isArray(value) ? value : [value]).map(String)

const mapValues = <A>(map: unknown, f: (value: unknown) => A): Record<string, A> =>
  Object.fromEntries(Object.entries(record(map)).map(([name, value]) => [name, f(value)]))

const lower = (map: unknown, separator: (name: string) => string): Record<string, string> => {
  const names = Object.keys(record(map))
  return Object.fromEntries(
    names.map((name) => {
      const key = name.toLowerCase()
      const spelt = names.filter((other) => other.toLowerCase() === key)
      return [key, spelt.flatMap((other) => list(record(map)[other])).join(separator(key))]
    }),
  )
}

const comma = (name: string): string => (name === 'cookie' ? '; ' : ',')

const cookiesOf = (header: string | undefined): Record<string, string> =>
  Object.fromEntries(
    (header ?? '')
      .split(';')
      .map((pair) => /^\s*([^=]+)=(.*?)\s*$/.exec(pair))
      .flatMap((found) => (found === null ? [] : [[found[1] ?? '', found[2] ?? ''] as const]))
      // The first of a name is the one that stays.
      .reverse(),
  )

const bodyOf = ({ body, isBase64Encoded }: Json): string | undefined => {
  if (typeof body !== 'string') return ''
  if (isBase64Encoded !== true) return Buffer.from(body).toString('base64')
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(body) ? body : undefined
}

const decoded = (path: unknown): string => String(path).split('/').map(decodeURIComponent).join('/')

const form = (text: string): string => new URLSearchParams(`_=${text}`).get('_') ?? ''

/** Both maps of headers: what is in the one with lists is not read from the other. */
const bothHeaders = (event: Json): Record<string, string> => ({
  ...lower(event.headers, comma),
  ...lower(event.multiValueHeaders, comma),
})

const bothQueries = (event: Json): Record<string, ReadonlyArray<string>> => ({
  ...mapValues(event.queryStringParameters, list),
  ...mapValues(event.multiValueQueryStringParameters, list),
})

const rest = (event: Json): Seen => {
  const headers = bothHeaders(event)
  return {
    method: event.httpMethod,
    path: event.version === '1.0' ? String(event.path) : decoded(event.path),
    queryAll: bothQueries(event),
    headers,
    cookies: cookiesOf(headers.cookie),
    sourceIp: String(record(record(event.requestContext).identity).sourceIp ?? ''),
    body: bodyOf(event),
  }
}

const http = (event: Json, isEncoded: boolean): Seen => {
  const context = record(event.requestContext)
  const { method, sourceIp } = record(context.http)
  const cookie =
    Array.isArray(event.cookies) && event.cookies.length > 0 ? event.cookies.join('; ') : undefined
  const headers = { ...lower(event.headers, comma), ...(cookie === undefined ? {} : { cookie }) }
  const queryAll: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(String(event.rawQueryString))) {
    queryAll[name] = [...(queryAll[name] ?? []), value]
  }
  const stage = `/${String(context.stage)}`
  const path = String(event.rawPath)
  return {
    method,
    path: isEncoded ? decoded(path) : path.startsWith(`${stage}/`) ? path.slice(stage.length) : path,
    queryAll,
    headers,
    cookies: cookiesOf(headers.cookie),
    sourceIp: String(sourceIp),
    body: bodyOf(event),
  }
}

const alb = (event: Json): Seen => {
  const headers = bothHeaders(event)
  return {
    method: event.httpMethod,
    path: decoded(event.path),
    queryAll: Object.fromEntries(
      Object.entries(bothQueries(event)).map(([name, values]) => [form(name), values.map(form)]),
    ),
    headers,
    cookies: cookiesOf(headers.cookie),
    sourceIp: /[^, ]*$/.exec(headers['x-forwarded-for'] ?? '')?.[0] ?? '',
    body: bodyOf(event),
  }
}

/** What must come out of an event, by the rules of the kind that its folder is named after. */
export const RULES: Readonly<Record<'v1' | 'v2' | 'furl' | 'alb', (event: Json) => Seen>> = {
  v1: rest,
  v2: (event) => http(event, false),
  furl: (event) => http(event, true),
  alb,
}
