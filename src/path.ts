/**
 * A route's path: `/` and segments, each a literal, a `:param` or, in the last place, a `*rest`.
 *
 * @since 0.1.0
 */
export type Path = `/${string}`

/** The names of a path's parameters, as a union: `'city'` for `/cities/:city`; a method before it changes nothing. */
export type ParamName<P extends string> = P extends `${string}/:${infer Named}`
  ? Leading<Named>
  : P extends `${string}/*${infer Rest}`
    ? Rest
    : Unknown extends Readonly<Record<P, true>>
      ? string
      : never

/** The names from a parameter's on; paths that end alike have them together. */
type Leading<Named extends string> = Named extends `${infer Name}/${infer Tail}`
  ? Name | ParamName<`/${Tail}`>
  : Named

/** No name for sure: of what a template has, as little is known. */
type Unknown = Readonly<Record<never, never>>

/**
 * What a path's parameters are when a request has matched it: each a non-empty string, percent-decoded.
 *
 * @since 0.1.0
 * @example
 * type City = Params<'/cities/:city'> // { readonly city: string }
 */
// Every route's type asks for it: to say the first line of `ParamName` again costs the compiler half as much.
export type Params<P extends string> = P extends `${string}/:${infer Named}`
  ? { readonly [Name in Leading<Named>]: string }
  : { readonly [Name in ParamName<P>]: string }

/** A path one segment after the other. */
export type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'param'; readonly name: string }
  | { readonly kind: 'rest'; readonly name: string }

/** The path that follows another: `/` is neutral on either side. */
export type Join<A extends string, B extends string> = A extends '/' ? B : B extends '/' ? A : `${A}${B}`

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

const parseSegment = (text: string): Segment => {
  if (text.startsWith(':')) return { kind: 'param', name: text.slice(1) }
  if (text.startsWith('*')) return { kind: 'rest', name: text.slice(1) }
  return { kind: 'literal', text }
}

const mistakesOf = (segment: Segment, isLast: boolean): ReadonlyArray<string> => {
  if (segment.kind !== 'literal') {
    const sign = segment.kind === 'param' ? ':' : '*'
    return [
      ...(NAME.test(segment.name)
        ? []
        : [
            `'${sign}${segment.name}' is no parameter: a name has letters, digits and '_', and no digit first`,
          ]),
      ...(segment.kind === 'rest' && !isLast
        ? [`'*${segment.name}' takes the remainder, so it must come last`]
        : []),
    ]
  }
  const { text } = segment
  if (text === '') return [`it has an empty segment: write one '/' between segments and none at the end`]
  if (text === '.' || text === '..') return [`'${text}' is resolved by clients before a request is sent`]
  if (/^[{<].*[}>]$/.test(text))
    return [`'${text}' is a literal here: write ':${text.slice(1, -1)}' for a parameter`]
  if (/[?#]/.test(text)) return [`'${text}' has a '?' or '#': a path ends before the query`]
  if (text.includes('%'))
    return [`'${text}' has a '%': write the character itself, requests are decoded before they match`]
  return []
}

const repeated = (names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.filter((name, index) => names.indexOf(name) !== index)

/**
 * A path's segments, in order; none for `/`.
 *
 * @throws TypeError that lists every mistake in the path.
 * @since 0.1.0
 * @example
 * parsePath('/cities/:city') // [{ kind: 'literal', text: 'cities' }, { kind: 'param', name: 'city' }]
 */
export const parsePath = (path: string): ReadonlyArray<Segment> => {
  if (path === '/') return []
  if (!path.startsWith('/')) throw new TypeError(`Path '${path}' must start with '/'`)
  const segments = path.slice(1).split('/').map(parseSegment)
  const mistakes = [
    ...segments.flatMap((segment, index) => mistakesOf(segment, index === segments.length - 1)),
    ...repeated(paramNames(segments)).map((name) => `it names '${name}' twice`),
  ]
  if (mistakes.length > 0) throw new TypeError(`Path '${path}' is no path of a route: ${mistakes.join('; ')}`)
  return segments
}

/** The names of the parameters among some segments, in order. */
export const paramNames = (segments: ReadonlyArray<Segment>): ReadonlyArray<string> =>
  segments.flatMap((segment) => (segment.kind === 'literal' ? [] : [segment.name]))

/** RFC 3986 leaves `*` as it is, and policies and grants read it as whatever is there. */
const encodePart = (part: string): string => encodeURIComponent(part).replaceAll('*', '%2A')

/** One path after the other; `/` is neutral. */
export const joinPaths = <A extends string, B extends string>(a: A, b: B): Join<A, B> =>
  // The compiler does not narrow conditional types by a comparison of values.
  (a === '/' ? b : b === '/' ? a : `${a}${b}`) as Join<A, B>

/**
 * The request path that a route's path and its parameters stand for, percent-encoded (RFC 3986 §2.1). Matching that
 * path gives the same parameters back.
 *
 * @throws TypeError when a parameter is missing, empty or no well-formed text, which no request path can carry.
 * @since 0.1.0
 * @example
 * printPath('/cities/:city', { city: 'são paulo' }) // '/cities/s%C3%A3o%20paulo'
 */
export const printPath = <P extends Path>(path: P, params: Params<P>): string => {
  const values = new Map<string, string>(Object.entries(params))
  const print = (segment: Segment): string => {
    if (segment.kind === 'literal') return encodeURIComponent(segment.text)
    const value = values.get(segment.name) ?? ''
    const parts = segment.kind === 'rest' ? value.split('/') : [value]
    if (parts.includes('') || parts.includes('.') || parts.includes('..'))
      throw new TypeError(
        `Parameter '${segment.name}' of '${path}' has an empty, '.' or '..' segment: '${value}'`,
      )
    if (!value.isWellFormed())
      throw new TypeError(
        `Parameter '${segment.name}' of '${path}' has half a surrogate pair, which no URL can carry`,
      )
    return parts.map(encodePart).join('/')
  }
  return `/${parsePath(path).map(print).join('/')}`
}
