import { ACCOUNT_ID, API } from './address.ts'
import { type Answering, answering } from './answer.ts'
import { type Fields, forwardedFields, type Hop, valuesOf } from './field.ts'
import type { Deployment, Gateway, WireRequest } from './gateway.ts'
import { httpEvent } from './http-event.ts'
import { identifyHttp, identifyHttpV1 } from './identify.ts'
import { isTextType, payloadOf } from './payload.ts'
import { decodePercent } from './percent.ts'
import { headerMaps, identityOf, orNull, queryMaps } from './proxy-event.ts'
import { decodeQuery } from './query.ts'
import { requestTime } from './request-time.ts'
import { matchRoute } from './route-key.ts'
import { splitTarget } from './target.ts'

const DEFAULT = '$default'

// An HTTP API always says how long the body is, even where the client did not.
const fieldsOf = (request: WireRequest, hop: Hop): Fields =>
  forwardedFields(request, hop, [['content-length', String(request.body.length)]])

const located = (request: WireRequest, { routes = [], stage }: Deployment) => {
  const { path, query } = splitTarget(request.target)
  const route = matchRoute(routes, request.method, path)
  const decoded = decodePercent(path)
  return {
    query,
    path: stage === DEFAULT ? decoded : `/${stage}${decoded}`,
    route,
    pathParameters: Object.fromEntries(
      (route?.parameters ?? []).map(([name, value]) => [name, decodePercent(value)] as const),
    ),
  }
}

const event: Gateway['event'] = (request, deployment, at) => {
  const { path, pathParameters, query, route } = located(request, deployment)
  const { stage, stageVariables } = deployment
  return httpEvent(request, at, {
    address: API,
    fields: fieldsOf(request, at),
    rawPath: path,
    path,
    query,
    routeKey: route?.routeKey ?? DEFAULT,
    stage,
    cookieHeader: false,
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters }),
    ...(stageVariables === undefined ? {} : { stageVariables }),
  })
}

const eventV1: Gateway['event'] = (request, deployment, at) => {
  const { path, pathParameters, query, route } = located(request, deployment)
  const fields = fieldsOf(request, at)
  const payload = payloadOf(request.body, isTextType(valuesOf(fields, 'content-type')[0]))
  const hasBody = request.body.length > 0
  return {
    version: '1.0',
    resource: route?.resource ?? DEFAULT,
    path,
    httpMethod: request.method,
    ...headerMaps(fields),
    ...queryMaps(decodeQuery(query)),
    requestContext: {
      accountId: ACCOUNT_ID,
      apiId: API.apiId,
      authorizer: { claims: null, scopes: null },
      domainName: API.domainName,
      domainPrefix: API.apiId,
      extendedRequestId: at.requestId,
      httpMethod: request.method,
      identity: identityOf(fields, request.sourceIp),
      path,
      protocol: 'HTTP/1.1',
      requestId: at.requestId,
      requestTime: requestTime(at.time),
      requestTimeEpoch: at.time.getTime(),
      resourceId: null,
      resourcePath: route?.resource ?? DEFAULT,
      stage: deployment.stage,
    },
    pathParameters: orNull(pathParameters),
    stageVariables: orNull(deployment.stageVariables),
    body: hasBody ? payload.body : null,
    isBase64Encoded: hasBody && payload.isBase64Encoded,
  }
}

const ANSWERING: Answering = {
  contentType: 'text/plain; charset=utf-8',
  failure: { status: 500, contentType: 'application/json', body: '{"message":"Internal Server Error"}' },
}

/**
 * An HTTP API that speaks payload format 2.0. Its paths arrive decoded, after the stage's name unless the stage is
 * `$default`.
 *
 * @since 0.1.0
 */
export const httpApi: Gateway = {
  name: 'http',
  event,
  identify: identifyHttp,
  ...answering(
    { gateway: 'An HTTP API', nulls: true, scalars: true, single: true, cookies: true, inferred: true },
    ANSWERING,
  ),
}

/**
 * An HTTP API that speaks payload format 1.0: an event like a REST API's, told apart by its `version`, with a decoded
 * path after the stage's name.
 *
 * @since 0.1.0
 */
export const httpApiV1: Gateway = {
  name: 'http-1.0',
  event: eventV1,
  identify: identifyHttpV1,
  ...answering({ gateway: 'An HTTP API', nulls: true, scalars: true, single: true, multi: true }, ANSWERING),
}
