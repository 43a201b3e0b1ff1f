import { functionAt, type PlannedFunction } from './functions.ts'
import type { Registration } from './registration.ts'
import { byType, type Planned, record, string, strings, type Values } from './resources.ts'

/** An authorizer of a REST API. */
export interface RestAuthorizer {
  readonly id: string
  readonly name: string
  readonly type: string
  /** In seconds. */
  readonly ttl: unknown
  readonly identitySource: string | undefined
  readonly providerArns: ReadonlyArray<string>
  readonly uri: string | undefined
  readonly function: PlannedFunction | undefined
  readonly resource: Registration
}

/** A method of a REST API, on the whole path that leads to it. */
export interface RestMethod {
  readonly method: string
  /** `/cities/{city}` */
  readonly path: string
  /** `NONE`, `AWS_IAM`, `CUSTOM` or `COGNITO_USER_POOLS`. */
  readonly authorization: string
  readonly authorizer: RestAuthorizer | undefined
  readonly apiKeyRequired: boolean
  readonly scopes: ReadonlyArray<string>
  /** `AWS_PROXY`, `MOCK` …; undefined for a method without an integration, which AWS does not deploy. */
  readonly integrationType: string | undefined
  readonly integrationUri: string | undefined
  readonly function: PlannedFunction | undefined
  readonly integration: Registration | undefined
  readonly resource: Registration
}

const at = (planned: Planned, kind: string): ReadonlyArray<Registration> =>
  byType(planned, `aws:apigateway/${kind}`)

/** The REST APIs of a plan. */
export const restApisOf = (planned: Planned): ReadonlyArray<Registration> => at(planned, 'restApi:RestApi')

export const authorizersOf = (planned: Planned): ReadonlyArray<RestAuthorizer> =>
  at(planned, 'authorizer:Authorizer').map((resource) => ({
    id: String(resource.id),
    name: String(resource.inputs.name),
    type: string(resource.inputs.type) ?? 'TOKEN',
    ttl: resource.inputs.authorizerResultTtlInSeconds,
    identitySource: string(resource.inputs.identitySource),
    providerArns: strings(resource.inputs.providerArns),
    uri: string(resource.inputs.authorizerUri),
    function: functionAt(planned, resource.inputs.authorizerUri),
    resource,
  }))

const pathsOf = (planned: Planned): ReadonlyMap<string, string> => {
  const roots = restApisOf(planned).map(({ outputs }) => [String(outputs.rootResourceId), '/'] as const)
  const below = at(planned, 'resource:Resource').map(
    ({ id, outputs }) => [String(id), String(outputs.path)] as const,
  )
  return new Map([...roots, ...below])
}

/** The methods of a plan's REST APIs, in the order of their paths. @throws Error for a method on no known path */
export const methodsOf = (planned: Planned): ReadonlyArray<RestMethod> => {
  const paths = pathsOf(planned)
  const authorizers = new Map(authorizersOf(planned).map((authorizer) => [authorizer.id, authorizer]))
  const key = ({ inputs }: Registration): string =>
    `${inputs.restApi} ${inputs.resourceId} ${inputs.httpMethod}`
  const integrations = new Map(at(planned, 'integration:Integration').map((found) => [key(found), found]))
  const methods = at(planned, 'method:Method').map((resource) => {
    const { inputs } = resource
    const path = paths.get(String(inputs.resourceId))
    if (path === undefined)
      throw new Error(`The method ${resource.name} is on no path: ${String(inputs.resourceId)}`)
    const integration = integrations.get(key(resource))
    return {
      method: String(inputs.httpMethod),
      path,
      authorization: String(inputs.authorization),
      authorizer: authorizers.get(String(inputs.authorizerId)),
      apiKeyRequired: inputs.apiKeyRequired === true,
      scopes: strings(inputs.authorizationScopes),
      integrationType: string(integration?.inputs.type),
      integrationUri: string(integration?.inputs.uri),
      function: functionAt(planned, integration?.inputs.uri),
      integration,
      resource,
    }
  })
  const order = ({ path, method }: RestMethod): string => `${path} ${method}`
  return methods.sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** What the gateway itself answers, instead of a function. */
export interface GatewayResponse {
  /** `UNAUTHORIZED`, `DEFAULT_4XX` … */
  readonly type: string
  readonly statusCode: string | undefined
  /** By name, without the prefix: `Access-Control-Allow-Origin`. */
  readonly headers: Readonly<Record<string, string>>
  /** By media type. */
  readonly templates: Values
}

export const gatewayResponsesOf = (planned: Planned): ReadonlyArray<GatewayResponse> =>
  at(planned, 'response:Response').map(({ inputs }) => ({
    type: String(inputs.responseType),
    statusCode: string(inputs.statusCode),
    headers: Object.fromEntries(
      Object.entries(record(inputs.responseParameters)).map(([name, value]) => [
        name.replace(/^gatewayresponse\.header\./, ''),
        String(value),
      ]),
    ),
    templates: record(inputs.responseTemplates),
  }))

/** A stage, and the deployment that it shows. */
export interface RestStage {
  readonly name: string
  readonly variables: Values
  readonly tags: Values
  readonly xray: boolean
  readonly url: string
  /** What a change of makes another deployment. */
  readonly triggers: Values
  readonly deployment: Registration | undefined
  readonly resource: Registration
}

export const restStagesOf = (planned: Planned): ReadonlyArray<RestStage> =>
  at(planned, 'stage:Stage').map((resource) => {
    const { inputs, outputs } = resource
    const deployment = at(planned, 'deployment:Deployment').find(({ id }) => id === inputs.deployment)
    return {
      name: String(inputs.stageName),
      variables: record(inputs.variables),
      tags: record(inputs.tags),
      xray: inputs.xrayTracingEnabled === true,
      url: String(outputs.invokeUrl),
      triggers: record(deployment?.inputs.triggers),
      deployment,
      resource,
    }
  })

/** A usage plan with its keys. */
export interface UsagePlan {
  readonly name: string
  readonly stages: ReadonlyArray<string>
  readonly throttle: Values
  readonly quota: Values
  readonly keys: ReadonlyArray<{ readonly name: string; readonly id: string; readonly value: string }>
}

export const usagePlansOf = (planned: Planned): ReadonlyArray<UsagePlan> =>
  at(planned, 'usagePlan:UsagePlan').map(({ id, inputs }) => {
    const members = at(planned, 'usagePlanKey:UsagePlanKey').filter(
      (member) => member.inputs.usagePlanId === id,
    )
    const keys = at(planned, 'apiKey:ApiKey').filter((key) =>
      members.some((member) => member.inputs.keyId === key.id),
    )
    return {
      name: String(inputs.name),
      stages: (Array.isArray(inputs.apiStages) ? inputs.apiStages : []).map((stage) =>
        String(record(stage).stage),
      ),
      throttle: record(inputs.throttleSettings),
      quota: record(inputs.quotaSettings),
      keys: keys.map((key) => ({
        name: String(key.outputs.name),
        id: String(key.id),
        value: String(key.outputs.value),
      })),
    }
  })
