import { createHash } from 'node:crypto'
import type { Outline } from '../src/outline.ts'
import type { FutureText, GatewayResponse, RestApi } from './component.ts'
import { componentNames, pascal } from './component-name.ts'
import type { ResolvedStage } from './config/resolve.ts'
import { domainOf } from './custom-domain.ts'
import type { Functions } from './functions.ts'
import type { Gateway } from './gateway.ts'
import { gatewayResponse } from './gateway-response.ts'
import { retention } from './log-retention.ts'
import type { GatewayMethod } from './place.ts'
import { readPolicy } from './policy-file.ts'
import { authOf, type RestAuthorizer, restAuthorizer } from './rest-authorizer.ts'

const ENDPOINTS = { EDGE: 'edge', REGIONAL: 'regional', PRIVATE: 'private' } as const

/**
 * Lets in who comes by one of the VPC endpoints: a private API without a policy cannot be deployed.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
const privatePolicy = (vpcEndpointIds: ReadonlyArray<string>): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: 'execute-api:/*',
        Condition: { StringEquals: { 'aws:SourceVpce': vpcEndpointIds } },
      },
    ],
  })

const makeApi = (
  name: string,
  stage: ResolvedStage,
  root: string,
  fingerprint: string,
  parts: Parts,
): RestApi => {
  const { apiGatewayEndpointType, apiGatewayEndpointVpce, apiGatewayPolicyFile, customDomain, tags } = stage
  const vpcEndpointIds = [apiGatewayEndpointVpce ?? []].flat()
  const policy =
    apiGatewayPolicyFile !== undefined
      ? readPolicy('apiGatewayPolicyFile', apiGatewayPolicyFile, root)
      : apiGatewayEndpointType === 'PRIVATE'
        ? privatePolicy(vpcEndpointIds)
        : undefined
  return new sst.aws.ApiGatewayV1(name, {
    // The app answers preflights; SST's own CORS lets everybody in.
    cors: false,
    endpoint: {
      type: ENDPOINTS[apiGatewayEndpointType],
      ...(apiGatewayEndpointType === 'PRIVATE' ? { vpcEndpointIds } : {}),
    },
    accessLog: { retention: retention(stage.logRetentionInDays) },
    ...(customDomain === undefined ? {} : { domain: domainOf(customDomain) }),
    transform: {
      api: (args) => {
        // Every body passes as it is, in both directions, whatever its type.
        args.binaryMediaTypes = ['*/*']
        args.tags = { ...tags }
        if (policy !== undefined) args.policy = policy
        if (stage.minimumCompressionSize !== undefined)
          args.minimumCompressionSize = String(stage.minimumCompressionSize)
      },
      stage: (args) => {
        args.stageName = stage.apiGatewayStage
        args.xrayTracingEnabled = stage.xray
        args.tags = { ...tags }
      },
      // SST deploys again when a route changes; authorizers and gateway responses are part of what is deployed too.
      deployment: (args, options) => {
        args.triggers = $output(args.triggers ?? {}).apply((given) =>
          $output(parts.states()).apply((states) => ({
            ...given,
            calix: createHash('sha256')
              .update(JSON.stringify([fingerprint, states]))
              .digest('hex'),
          })),
        )
        options.dependsOn = parts.all()
      },
      domainName: (args) => {
        args.securityPolicy = customDomain?.tlsVersion ?? 'TLS_1_2'
        args.tags = { ...tags, ...customDomain?.tags }
      },
    },
  })
}

/** What belongs to a deployment and is made after the API whose constructor asks for it. */
interface Parts {
  readonly all: () => GatewayResponse[]
  readonly states: () => FutureText[]
}

/**
 * The keys of a stage and what they may use; `default` where routes need a key and the configuration names none.
 *
 * @returns the id of each, which is no secret: `aws apigateway get-api-key --include-value` shows the key.
 */
const makeKeys = (name: string, api: RestApi, stage: ResolvedStage, isNeeded: boolean) => {
  const named = Object.entries(stage.apiKeys)
  const keys = named.length === 0 && isNeeded ? [['default', {}] as const] : named
  if (keys.length === 0 && stage.usagePlan === undefined) return {}
  const { throttle, quota } = stage.usagePlan ?? {}
  const plan = api.addUsagePlan(`${name}Plan`, {
    ...(throttle === undefined ? {} : { throttle: { ...throttle } }),
    ...(quota === undefined ? {} : { quota: { ...quota } }),
  })
  const names = componentNames(
    keys.map(([key]) => key),
    `${name}Key`,
  )
  const ids = keys.map(([key, { value }]: readonly [string, { readonly value?: string }]) => {
    const made = plan.addApiKey(names.get(key) ?? key, value === undefined ? {} : { value })
    return [`apiKey ${key}`, made.nodes.apiKey.id] as const
  })
  return Object.fromEntries(ids)
}

/**
 * A REST API before the functions: each method with its authorizer, gateway responses that look like the app's own
 * errors, API keys, and one permission for each function that it calls.
 *
 * @throws ConfigurationError when the resource policy's file cannot be read.
 */
export const restApi = (
  name: string,
  outline: Outline,
  methods: ReadonlyArray<GatewayMethod>,
  stage: ResolvedStage,
  functions: Functions,
  root: string,
): Gateway => {
  const authorizers = new Map<string, RestAuthorizer | undefined>()
  const responses: Array<GatewayResponse> = []
  const api = makeApi(name, stage, root, JSON.stringify([outline, methods]), {
    all: () => responses,
    states: () => [...authorizers.values()].flatMap((each) => (each === undefined ? [] : [each.state])),
  })
  const names = componentNames(
    outline.authorizers.map((each) => each.name),
    '',
  )
  for (const each of outline.authorizers)
    authorizers.set(each.name, restAuthorizer(name, names.get(each.name) ?? each.name, api, each, functions))
  for (const answer of outline.answers)
    responses.push(
      new aws.apigateway.Response(`${name}Response${pascal(answer.type.toLowerCase())}`, {
        restApiId: api.nodes.api.id,
        ...gatewayResponse(answer),
      }),
    )

  const called = new Set<string>()
  for (const { method, path, function: target, guard } of methods) {
    const made = functions.get(target)
    if (made === undefined || path === undefined) continue
    called.add(target)
    api.routeIntegration(
      `${method} ${path}`,
      { type: 'aws-proxy', integrationHttpMethod: 'POST', uri: made.lambda.nodes.function.invokeArn },
      authOf(guard, authorizers),
    )
  }
  // One for each function, not one a route: a function's policy holds about 59 (20,480 bytes).
  for (const target of called) {
    const made = functions.get(target)
    if (made !== undefined)
      new aws.lambda.Permission(`${made.component}Permission`, {
        action: 'lambda:InvokeFunction',
        function: made.lambda.name,
        principal: 'apigateway.amazonaws.com',
        sourceArn: $interpolate`${api.nodes.api.executionArn}/*/*`,
      })
  }
  api.deploy()
  const keys = makeKeys(
    name,
    api,
    stage,
    outline.routes.some(({ guard }) => guard?.apiKey),
  )
  if (stage.throttle !== undefined && api.nodes.stage !== undefined)
    new aws.apigateway.MethodSettings(`${name}Throttle`, {
      restApi: api.nodes.api.id,
      stageName: api.nodes.stage.stageName,
      methodPath: '*/*',
      settings: { throttlingRateLimit: stage.throttle.rate, throttlingBurstLimit: stage.throttle.burst },
    })
  return { url: api.url, outputs: keys }
}
