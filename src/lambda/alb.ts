import { text } from './fields.ts'
import { ALB_LIMIT, type CheckedResult, type Format } from './format.ts'
import { headersOf } from './headers.ts'
import { queryMaps } from './query.ts'

/** `set-cookie`, `Set-cookie`, `sEt-cookie` …: as many spellings of a name as there are values to send. */
const spellings = (name: string, count: number): ReadonlyArray<string> => {
  const letters = [...name].flatMap((letter, index) => (letter === '-' ? [] : [index]))
  return Array.from({ length: Math.min(count, 2 ** letters.length) }, (_, nth) =>
    [...name]
      .map((letter, index) =>
        (nth >> letters.indexOf(index)) & 1 && letter !== '-' ? letter.toUpperCase() : letter,
      )
      .join(''),
  )
}

/** A target group without multi-value headers reads one value a name, and names are told apart by case. */
const writeSingle = ({
  statusCode,
  headers,
  multi,
  cookies,
  body,
  isBase64Encoded,
}: CheckedResult): object => {
  for (const name in multi) headers[name] = (multi[name] ?? []).join(', ')
  const names = spellings('set-cookie', cookies.length)
  if (names.length < cookies.length)
    throw new RangeError(
      `The answer has ${cookies.length} cookies, more than the ${names.length} that a target group without multi-value headers takes`,
    )
  for (const [nth, name] of names.entries()) headers[name] = cookies[nth] ?? ''
  return { statusCode, headers, body, isBase64Encoded }
}

/** A target group with multi-value headers reads no other map. */
const writeMulti = ({
  statusCode,
  headers,
  multi,
  cookies,
  body,
  isBase64Encoded,
}: CheckedResult): object => {
  const multiValueHeaders: Record<string, ReadonlyArray<string>> = { ...multi }
  for (const name in headers) multiValueHeaders[name] = [headers[name] ?? '']
  if (cookies.length > 0) multiValueHeaders['set-cookie'] = cookies
  return { statusCode, multiValueHeaders, body, isBase64Encoded }
}

/**
 * Application Load Balancers: path and query arrive as they were sent.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export const alb: Format = {
  name: 'alb',
  isEncoded: true,
  maxBytes: ALB_LIMIT,
  method: (event) => text(event.httpMethod) ?? '',
  rawPath: (event) => text(event.path) ?? '/',
  path: (event) => text(event.path) ?? '/',
  headers: headersOf,
  queryAll: (event) => queryMaps(event, true),
  // The balancer appends the peer's address; what stands before it is the caller's own word.
  sourceIp: (event) => headersOf(event)['x-forwarded-for']?.split(',').at(-1)?.trim() ?? '',
  identity: () => undefined,
  write: writeSingle,
}

/** Load balancers whose target group has multi-value headers. */
export const albMulti: Format = { ...alb, name: 'alb-multi', write: writeMulti }
