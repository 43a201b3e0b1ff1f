import { functionAt, type PlannedFunction } from './functions.ts'
import type { Registration } from './registration.ts'
import { byType, type Planned, record, string, strings, type Values } from './resources.ts'

/** An authorizer of an HTTP API. */
export interface HttpAuthorizer {
  readonly id: string
  readonly name: string
  /** `JWT` or `REQUEST`. */
  readonly type: string
  readonly identitySources: ReadonlyArray<string>
  readonly issuer: string | undefined
  readonly audiences: ReadonlyArray<string>
  /** In seconds. */
  readonly ttl: unknown
  readonly payloadFormatVersion: string | undefined
  readonly simpleResponses: boolean
  readonly function: PlannedFunction | undefined
  readonly resource: Registration
}

/** A route of an HTTP API. */
export interface HttpRoute {
  /** `GET /cities/{city}`, or `$default`. */
  readonly routeKey: string
  /** `NONE`, `AWS_IAM`, `JWT` or `CUSTOM`. */
  readonly authorization: string
  readonly authorizer: HttpAuthorizer | undefined
  readonly scopes: ReadonlyArray<string>
  readonly apiKeyRequired: boolean
  readonly integrationType: string | undefined
  readonly integrationUri: string | undefined
  readonly payloadFormatVersion: string | undefined
  readonly function: PlannedFunction | undefined
  readonly integration: Registration | undefined
  readonly resource: Registration
}

const at = (planned: Planned, kind: string): ReadonlyArray<Registration> =>
  byType(planned, `aws:apigatewayv2/${kind}`)

/** The HTTP APIs of a plan. */
export const httpApisOf = (planned: Planned): ReadonlyArray<Registration> => at(planned, 'api:Api')

export const httpAuthorizersOf = (planned: Planned): ReadonlyArray<HttpAuthorizer> =>
  at(planned, 'authorizer:Authorizer').map((resource) => {
    const { inputs } = resource
    const jwt = record(inputs.jwtConfiguration)
    return {
      id: String(resource.id),
      name: String(inputs.name),
      type: String(inputs.authorizerType),
      identitySources: strings(inputs.identitySources),
      issuer: string(jwt.issuer),
      audiences: strings(jwt.audiences),
      ttl: inputs.authorizerResultTtlInSeconds,
      payloadFormatVersion: string(inputs.authorizerPayloadFormatVersion),
      simpleResponses: inputs.enableSimpleResponses === true,
      function: functionAt(planned, inputs.authorizerUri),
      resource,
    }
  })

/** The routes of a plan's HTTP APIs, in the order of their keys. */
export const httpRoutesOf = (planned: Planned): ReadonlyArray<HttpRoute> => {
  const authorizers = new Map(httpAuthorizersOf(planned).map((authorizer) => [authorizer.id, authorizer]))
  const integrations = new Map(
    at(planned, 'integration:Integration').map((found) => [`integrations/${found.id}`, found]),
  )
  const routes = at(planned, 'route:Route').map((resource) => {
    const { inputs } = resource
    const integration = integrations.get(String(inputs.target))
    return {
      routeKey: String(inputs.routeKey),
      authorization: string(inputs.authorizationType) ?? 'NONE',
      authorizer: authorizers.get(String(inputs.authorizerId)),
      scopes: strings(inputs.authorizationScopes),
      apiKeyRequired: inputs.apiKeyRequired === true,
      integrationType: string(integration?.inputs.integrationType),
      integrationUri: string(integration?.inputs.integrationUri),
      payloadFormatVersion: string(integration?.inputs.payloadFormatVersion),
      function: functionAt(planned, integration?.inputs.integrationUri),
      integration,
      resource,
    }
  })
  return routes.sort((a, b) => (a.routeKey < b.routeKey ? -1 : 1))
}

/** A stage of an HTTP API. */
export interface HttpStage {
  /** `$default` is at the root of the URL. */
  readonly name: string
  readonly url: string
  readonly variables: Values
  readonly tags: Values
  readonly autoDeploy: boolean
  readonly throttle: Values
  readonly resource: Registration
}

export const httpStagesOf = (planned: Planned): ReadonlyArray<HttpStage> =>
  at(planned, 'stage:Stage').map((resource) => ({
    name: String(resource.inputs.name),
    url: String(resource.outputs.invokeUrl),
    variables: record(resource.inputs.stageVariables),
    tags: record(resource.inputs.tags),
    autoDeploy: resource.inputs.autoDeploy === true,
    throttle: record(resource.inputs.defaultRouteSettings),
    resource,
  }))
