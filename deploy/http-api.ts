import type { CorsHeaders } from '../src/middleware.ts'
import type { Guard, Outline, OutlinedAuthorizer } from '../src/outline.ts'
import type { FutureText, HttpApi } from './component.ts'
import { componentNames, pascal } from './component-name.ts'
import type { ResolvedStage } from './config/resolve.ts'
import { domainOf } from './custom-domain.ts'
import type { Functions } from './functions.ts'
import type { Gateway } from './gateway.ts'
import { retention } from './log-retention.ts'
import type { GatewayMethod } from './place.ts'

/** An HTTP API's own stage, which URLs do not name. */
const DEFAULT_STAGE = '$default'

const listIn = (cors: CorsHeaders, name: string): string[] => cors.fixed[name]?.split(',') ?? []

/**
 * The CORS of the API itself, where all routes have the same: only then can the answers that the API gives by itself
 * have it too. It allows no patterns but for a scheme, so an app that has one keeps its own.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
const corsOf = (cors: CorsHeaders | undefined) => {
  if (cors === undefined || cors.origins.some((origin) => origin.includes('*') && origin !== '*'))
    return false
  const maxAge = cors.fixed['access-control-max-age']
  return {
    allowOrigins: [...cors.origins],
    allowMethods: ['*' as const],
    allowHeaders: listIn(cors, 'access-control-allow-headers'),
    exposeHeaders: listIn(cors, 'access-control-expose-headers'),
    ...(maxAge === undefined ? {} : { maxAge: `${Number(maxAge)} seconds` as const }),
    ...('access-control-allow-credentials' in cors.fixed ? { allowCredentials: true as const } : {}),
  }
}

const makeApi = (name: string, outline: Outline, stage: ResolvedStage, stageName: string): HttpApi => {
  const { customDomain, tags, throttle } = stage
  const cors = corsOf(outline.cors)
  return new sst.aws.ApiGatewayV2(name, {
    cors,
    accessLog: { retention: retention(stage.logRetentionInDays) },
    ...(customDomain === undefined ? {} : { domain: domainOf(customDomain) }),
    transform: {
      api: (args) => {
        args.tags = { ...tags }
        // SST writes an empty one; an API that has one ignores the function's CORS headers.
        if (cors === false) delete args.corsConfiguration
      },
      stage: (args) => {
        args.name = stageName
        args.tags = { ...tags }
        if (throttle !== undefined)
          args.defaultRouteSettings = {
            throttlingRateLimit: throttle.rate,
            throttlingBurstLimit: throttle.burst,
          }
      },
      domainName: (args) => {
        args.tags = { ...tags, ...customDomain?.tags }
      },
    },
  })
}

/** Where a function is called by its ARN: https://docs.aws.amazon.com/apigateway/latest/api/API_Authorizer.html */
const invocation = (arn: string): string =>
  `arn:${arn.split(':')[1]}:apigateway:${arn.split(':')[3]}:lambda:path/2015-03-31/functions/${arn}/invocations`

const makeAuthorizer = (
  component: string,
  api: HttpApi,
  authorizer: OutlinedAuthorizer,
  functions: Functions,
): FutureText | undefined => {
  if (authorizer.kind === 'iam' || authorizer.kind === 'cognito') return undefined
  const common = {
    apiId: api.nodes.api.id,
    name: authorizer.name,
    identitySources: [`$request.header.${authorizer.header}`],
  }
  if (authorizer.kind === 'jwt')
    return new aws.apigatewayv2.Authorizer(component, {
      ...common,
      authorizerType: 'JWT',
      jwtConfiguration: { issuer: authorizer.issuer, audiences: [...authorizer.audience] },
    }).id
  const own = functions.get(authorizer.name)
  const isCustom = authorizer.kind === 'custom'
  const made = new aws.apigatewayv2.Authorizer(component, {
    ...common,
    authorizerType: 'REQUEST',
    authorizerUri: isCustom
      ? (authorizer.uri ?? invocation(authorizer.arn ?? ''))
      : (own?.lambda.nodes.function.invokeArn ?? ''),
    // A function that exists already was most likely written for REST APIs; both answer with a policy.
    authorizerPayloadFormatVersion: isCustom ? '1.0' : '2.0',
    enableSimpleResponses: false,
    authorizerResultTtlInSeconds: authorizer.ttl,
  })
  const callee = isCustom ? authorizer.arn : own?.lambda.name
  if (callee !== undefined)
    new aws.lambda.Permission(`${component}Permission`, {
      action: 'lambda:InvokeFunction',
      function: callee,
      principal: 'apigateway.amazonaws.com',
      sourceArn: $interpolate`${api.nodes.api.executionArn}/authorizers/${made.id}`,
    })
  return made.id
}

/** What a route asks of the gateway. Only a route without a guard is open: what cannot be asked lets nobody in. */
export const authOf = (
  guard: Guard | undefined,
  outline: Outline,
  ids: ReadonlyMap<string, FutureText | undefined>,
) => {
  if (guard === undefined) return { authorizationType: 'NONE' }
  const authorizer = outline.authorizers.find(({ name }) => name === guard.authorizer)
  const id = authorizer && ids.get(authorizer.name)
  if (authorizer === undefined || id === undefined) return { authorizationType: 'AWS_IAM' }
  return {
    authorizationType: authorizer.kind === 'jwt' ? 'JWT' : 'CUSTOM',
    authorizerId: id,
    ...(guard.scopes.length === 0 ? {} : { authorizationScopes: [...guard.scopes] }),
  }
}

/** The words of a route's key, for the name of its component. */
const routeName = ({ method, path }: GatewayMethod): string =>
  path === undefined
    ? 'Default'
    : `${pascal(method.toLowerCase())}${path.replaceAll(/[^A-Za-z0-9]/g, (sign) => `_${sign.charCodeAt(0)}`)}`

/** An HTTP API before the functions: a route each, and `$default` for what they leave, one integration a function. */
export const httpApi = (
  name: string,
  outline: Outline,
  methods: ReadonlyArray<GatewayMethod>,
  stage: ResolvedStage,
  functions: Functions,
): Gateway => {
  // A resolved stage has the stage's own name where nothing is said; an HTTP API needs none.
  const stageName = stage.apiGatewayStage === stage.stage ? DEFAULT_STAGE : stage.apiGatewayStage
  const api = makeApi(name, outline, stage, stageName)
  const names = componentNames(
    outline.authorizers.map((each) => each.name),
    `${name}Authorizer`,
  )
  const ids = new Map(
    outline.authorizers.map(
      (each) => [each.name, makeAuthorizer(names.get(each.name) ?? each.name, api, each, functions)] as const,
    ),
  )
  const targets = new Map(
    [...new Set(methods.map((each) => each.function))].flatMap((called) => {
      const made = functions.get(called)
      if (made === undefined) return []
      const integration = new aws.apigatewayv2.Integration(`${made.component}Integration`, {
        apiId: api.nodes.api.id,
        integrationType: 'AWS_PROXY',
        integrationUri: made.lambda.arn,
        integrationMethod: 'POST',
        payloadFormatVersion: '2.0',
      })
      new aws.lambda.Permission(`${made.component}Permission`, {
        action: 'lambda:InvokeFunction',
        function: made.lambda.name,
        principal: 'apigateway.amazonaws.com',
        sourceArn: $interpolate`${api.nodes.api.executionArn}/*/*`,
      })
      return [[called, $interpolate`integrations/${integration.id}`] as const]
    }),
  )
  for (const each of methods) {
    const target = targets.get(each.function)
    if (target === undefined) continue
    new aws.apigatewayv2.Route(`${name}Route${routeName(each)}`, {
      apiId: api.nodes.api.id,
      routeKey: each.path === undefined ? '$default' : `${each.method} ${each.path}`,
      target,
      ...authOf(each.guard, outline, ids),
    })
  }
  const url =
    stageName === DEFAULT_STAGE || stage.customDomain !== undefined
      ? api.url
      : $interpolate`${api.url}/${stageName}`
  return { url, outputs: {} }
}
