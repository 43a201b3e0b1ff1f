import { type Fields, fields, filledFields, text } from './fields.ts'
import { type CheckedResult, type Format, LAMBDA_LIMIT } from './format.ts'
import { headersOf } from './headers.ts'
import { withoutStage } from './path-prefix.ts'
import { queryMaps } from './query.ts'

const write = ({ statusCode, headers, multi, cookies, body, isBase64Encoded }: CheckedResult): object => {
  const result = { statusCode, headers, body, isBase64Encoded }
  const lists = cookies.length === 0 ? multi : { ...multi, 'set-cookie': cookies }
  return lists === multi && Object.keys(multi).length === 0 ? result : { ...result, multiValueHeaders: lists }
}

/**
 * REST APIs, payload format 1.0: the path is encoded and has no stage.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export const rest: Format = {
  name: 'rest',
  isEncoded: true,
  maxBytes: LAMBDA_LIMIT,
  method: (event) => text(event.httpMethod) ?? '',
  rawPath: (event) => text(event.path) ?? '/',
  path: (event) => text(event.path) ?? '/',
  headers: headersOf,
  queryAll: (event) => queryMaps(event, false),
  sourceIp: (event) => text(fields(fields(event.requestContext).identity).sourceIp) ?? '',
  identity: (event) => filledFields(fields(event.requestContext).authorizer),
  write,
}

const stageOf = (event: Fields): string | undefined => text(fields(event.requestContext).stage)

/**
 * HTTP APIs that send payload format 1.0: the shape of a REST API's event, but the path is decoded, and has the stage
 * when it is the very path of the request context.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const httpV1: Format = {
  ...rest,
  name: 'http-1.0',
  isEncoded: false,
  path: (event) => {
    const path = rest.rawPath(event)
    return path === text(fields(event.requestContext).path) ? withoutStage(path, stageOf(event)) : path
  },
}
