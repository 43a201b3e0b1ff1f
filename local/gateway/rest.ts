import { ACCOUNT_ID, API } from './address.ts'
import { answering } from './answer.ts'
import { forwardedFields, valuesOf } from './field.ts'
import type { Gateway } from './gateway.ts'
import { identifyRest } from './identify.ts'
import { isBinaryType, payloadOf } from './payload.ts'
import { headerMaps, identityOf, orNull, queryMaps } from './proxy-event.ts'
import { decodeQuery } from './query.ts'
import { requestTime } from './request-time.ts'
import { matchRoute } from './route-key.ts'
import { splitTarget } from './target.ts'

const event: Gateway['event'] = (request, deployment, at) => {
  const { path, query } = splitTarget(request.target)
  const { resource, parameters } = matchRoute(deployment.routes ?? [], request.method, path) ?? proxied(path)
  const fields = new Map(forwardedFields(request, at, []))
  // A REST API does not pass the length on.
  fields.delete('content-length')
  const payload = payloadOf(request.body, !isBinaryType(valuesOf(fields, 'content-type')[0]))
  const hasBody = request.body.length > 0
  return {
    resource,
    path,
    httpMethod: request.method,
    ...headerMaps(fields),
    ...queryMaps(decodeQuery(query)),
    pathParameters: orNull(Object.fromEntries(parameters)),
    stageVariables: orNull(deployment.stageVariables),
    requestContext: {
      resourceId: 'cal1x0',
      resourcePath: resource,
      httpMethod: request.method,
      extendedRequestId: extendedId(at.requestId),
      requestTime: requestTime(at.time),
      path: `/${deployment.stage}${path}`,
      accountId: ACCOUNT_ID,
      protocol: 'HTTP/1.1',
      stage: deployment.stage,
      domainPrefix: API.apiId,
      requestTimeEpoch: at.time.getTime(),
      requestId: at.requestId,
      identity: identityOf(fields, request.sourceIp),
      domainName: API.domainName,
      deploymentId: 'cal1x0',
      apiId: API.apiId,
    },
    body: hasBody ? payload.body : null,
    isBase64Encoded: hasBody && payload.isBase64Encoded,
  }
}

// The greedy resource that a whole-API proxy has; it does not cover the root, which is a resource of its own.
const proxied = (path: string): { resource: string; parameters: ReadonlyArray<readonly [string, string]> } =>
  path === '/'
    ? { resource: '/', parameters: [] }
    : { resource: '/{proxy+}', parameters: [['proxy', path.slice(1)]] }

// Eleven bytes in base64, the form of AWS's own.
const extendedId = (requestId: string): string =>
  Buffer.from(requestId.padEnd(11, '0')).subarray(0, 11).toString('base64')

/**
 * A REST API (payload format 1.0). Its path arrives encoded and without the stage, its query decoded.
 *
 * @since 0.1.0
 */
export const restApi: Gateway = {
  name: 'rest',
  event,
  identify: identifyRest,
  ...answering(
    {
      gateway: 'A REST API',
      nulls: true,
      scalars: true,
      single: true,
      multi: true,
      known: new Set(['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded']),
    },
    {
      contentType: 'application/json',
      remapped: new Set(['server', 'www-authenticate']),
      failure: { status: 502, contentType: 'application/json', body: '{"message": "Internal server error"}' },
    },
  ),
}
