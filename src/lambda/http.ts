import { emptyValues } from '../values.ts'
import { type Fields, fields, filledFields, text, texts } from './fields.ts'
import { type CheckedResult, type Format, LAMBDA_LIMIT } from './format.ts'
import { headersOf } from './headers.ts'
import { withoutStage } from './path-prefix.ts'
import { parseQuery, queryMaps } from './query.ts'

const contextOf = (event: Fields): Fields => fields(event.requestContext)

const httpOf = (event: Fields): Fields => fields(contextOf(event).http)

/** The headers with the cookies where every other gateway has them; function URLs send them in both places. */
const headers = (event: Fields): Readonly<Record<string, string>> => {
  const all = headersOf(event)
  const cookies = texts(event.cookies)
  return cookies.length === 0
    ? all
    : Object.assign(emptyValues<string>(), all, { cookie: cookies.join('; ') })
}

const rawPath = (event: Fields): string => text(event.rawPath) ?? text(httpOf(event).path) ?? '/'

const write = ({ statusCode, headers, multi, cookies, body, isBase64Encoded }: CheckedResult): object => {
  // Format 2.0 has one value a header: a list is one field line (RFC 9110 §5.3). Cookies have a place of their own.
  for (const name in multi) headers[name] = (multi[name] ?? []).join(', ')
  const result = { statusCode, headers, body, isBase64Encoded }
  return cookies.length === 0 ? result : { ...result, cookies }
}

/**
 * HTTP APIs, payload format 2.0: the path is decoded, and a named stage is its first segment.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const http: Format = {
  name: 'http',
  isEncoded: false,
  maxBytes: LAMBDA_LIMIT,
  method: (event) => text(httpOf(event).method) ?? '',
  rawPath,
  path: (event) => withoutStage(rawPath(event), text(contextOf(event).stage)),
  headers,
  // The map joins repeated values by commas, so it is the last resort.
  queryAll: (event) =>
    typeof event.rawQueryString === 'string' ? parseQuery(event.rawQueryString) : queryMaps(event, false),
  sourceIp: (event) => text(httpOf(event).sourceIp) ?? '',
  identity: (event) => {
    const authorizer = fields(contextOf(event).authorizer)
    return filledFields(authorizer.jwt) ?? filledFields(authorizer.lambda) ?? filledFields(authorizer.iam)
  },
  write,
}

/**
 * Function URLs: format 2.0, but the path is encoded and there is no stage.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export const url: Format = { ...http, name: 'url', isEncoded: true, path: rawPath }
