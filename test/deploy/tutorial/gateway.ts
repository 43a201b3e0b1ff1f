import { randomUUID } from 'node:crypto'
import type { WireAnswer, WireRequest } from '../../../local/gateway/gateway.ts'
import { restApi } from '../../../local/gateway/gateways.ts'
import { splitTarget } from '../../../local/gateway/target.ts'
import { METHODS, restChoice } from '../apps/choice.ts'
import { type Planned, record } from '../platform/resources.ts'
import type { RestMethod } from '../platform/rest-api.ts'
import { authorization } from './authorization.ts'
import { type DeployedApi, deployedApi } from './deployed-api.ts'
import { invoking, type Running } from './invocation.ts'
import { type Occasion, refusal, valuesOf } from './refusal.ts'

/** Answers a request as API Gateway would; its target has no stage. */
export type Answers = (request: WireRequest) => Promise<WireAnswer>

/** How literal segments are compared: with what was sent, or with what that stands for. AWS does not document it. */
export type Reading = 'as sent' | 'decoded'

const decoded = (segment: string): string => {
  try {
    // An encoded slash stays within its segment.
    return decodeURIComponent(segment).replaceAll('/', '%2F')
  } catch {
    return segment
  }
}

const readPath = (path: string, reading: Reading): string =>
  reading === 'decoded' ? path.split('/').map(decoded).join('/') : path

/** What the parameters of a resource's path hold, as sent. */
const parametersOf = (resource: string, path: string): Readonly<Record<string, string>> => {
  const given = path.split('/')
  const held = resource.split('/').flatMap((segment, index) => {
    const [, name, isRest] = /^\{([^+}]+)(\+?)\}$/.exec(segment) ?? []
    if (name === undefined) return []
    return [[name, isRest === '+' ? given.slice(index).join('/') : (given[index] ?? '')] as const]
  })
  return Object.fromEntries(held)
}

const isBinary = (types: ReadonlyArray<string>, type = 'application/json'): boolean =>
  types.includes('*/*') || types.includes((type.split(';')[0] ?? '').trim().toLowerCase())

/** The event of a request, with this API's names, the resource that was chosen, and the body as its binary types have it. */
const eventOf = (api: DeployedApi, { path, resource }: RestMethod, request: WireRequest) => {
  const { domainName, id: apiId, stage, stageVariables } = api
  const at = { requestId: randomUUID(), time: new Date() }
  const event = restApi.event(request, { stage, stageVariables }, at)
  const parameters = parametersOf(path, splitTarget(request.target).path)
  const isBase64Encoded = isBinary(api.binaryTypes, valuesOf(request, 'content-type')[0])
  const body = Buffer.from(request.body).toString(isBase64Encoded ? 'base64' : 'utf8')
  const names = { apiId, domainName, domainPrefix: apiId, resourceId: resource.inputs.resourceId }
  return {
    ...event,
    resource: path,
    pathParameters: Object.keys(parameters).length === 0 ? null : parameters,
    requestContext: { ...record(event.requestContext), ...names, resourcePath: path },
    ...(request.body.length === 0 ? {} : { body, isBase64Encoded }),
  }
}

/** A function's result, whose base64 is decoded only where the API's binary types say so. */
const resultFor = (api: DeployedApi, request: WireRequest, result: unknown): unknown => {
  const accepted = valuesOf(request, 'accept')[0]?.split(',')[0]
  return isBinary(api.binaryTypes, accepted) ? result : { ...record(result), isBase64Encoded: false }
}

/**
 * A gateway of a deployment's resources and its running functions, and of nothing else: each request goes to the method
 * that has been deployed for it, past that method's authorization, and what the gateway answers itself is what has been
 * deployed for that.
 *
 * @throws Error where the resources have not one REST API with one stage
 */
export const gatewayOf = (planned: Planned, running: Running, reading: Reading = 'decoded'): Answers => {
  const api = deployedApi(planned)
  const invoke = invoking(api.permissions, running)
  const authorize = authorization(api, invoke)
  return async (request) => {
    const refuse = (occasion: Occasion): WireAnswer => refusal(api.responses, occasion, request)
    const { path } = splitTarget(request.target)
    const isMethod = METHODS.some((each) => each === request.method)
    const method = isMethod ? restChoice(api.methods, request.method, readPath(path, reading)) : undefined
    if (method === undefined) return refuse('MISSING_AUTHENTICATION_TOKEN')
    const event = eventOf(api, method, request)
    const verdict = await authorize({ method, request, event })
    if (verdict.tag === 'Refused') return refuse(verdict.occasion)
    // Lambda is invoked by POST alone, whatever the method of the request.
    const isInvocation =
      method.integrationType === 'AWS_PROXY' && method.integration?.inputs.integrationHttpMethod === 'POST'
    const outcome = await invoke(
      isInvocation ? method.function : undefined,
      `${api.executionArn}/${api.stage}/${request.method}${method.path}`,
      restApi.identify(event, verdict.callers),
    )
    if (outcome.tag === 'Refused') return refuse('API_CONFIGURATION_ERROR')
    if (outcome.tag === 'Failed') return refuse('DEFAULT_5XX')
    const result = resultFor(api, request, outcome.result)
    return restApi.refusal(result) === undefined ? restApi.answer(result) : refuse('DEFAULT_5XX')
  }
}
