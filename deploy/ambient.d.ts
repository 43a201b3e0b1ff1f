// What SST's command line puts in scope of `sst.config.ts` and of all that it imports, as far as calix uses it. The
// repository's own `sst.config.ts` is checked against SST's real types (test/deploy/sst.tsconfig.json), and these files with it, so
// what is written here cannot drift: https://sst.dev/docs/reference/global

interface Output<A> {
  apply<B>(next: (value: A) => Input<B>): Output<B>
}
type Input<A> = A | Output<A>
type Change<A> = (args: A, options: { dependsOn?: object[] }, name: string) => void

interface FunctionArgs {
  handler: string
  description?: string
  timeout: `${number} seconds`
  memory: `${number} MB`
  architecture: 'arm64' | 'x86_64'
  environment: Record<string, string>
  tags: Record<string, string>
  layers: string[]
  logging: { retention: import('./log-retention.ts').Retention }
  link: object[]
  permissions: { actions: string[]; resources: string[] }[]
  role?: string
  concurrency?: { reserved: number }
  vpc?: { privateSubnets: string[]; securityGroups: string[] }
  url?: { authorization: 'none' | 'iam'; cors: false }
  transform: {
    function: Change<{ tracingConfig?: unknown }>
    role: Change<{ assumeRolePolicy: unknown; inlinePolicies?: unknown; managedPolicyArns?: unknown }>
  }
}

interface Domain {
  name: string
  cert: string
  dns: false
  path?: string
}

interface AccessLog {
  retention: import('./log-retention.ts').Retention
}

interface RestApiArgs {
  cors: false
  endpoint: { type: 'edge' | 'regional' | 'private'; vpcEndpointIds?: string[] }
  accessLog: AccessLog
  domain?: Domain
  transform: {
    api: Change<{
      binaryMediaTypes?: unknown
      tags?: unknown
      policy?: unknown
      minimumCompressionSize?: unknown
    }>
    stage: Change<{ stageName: unknown; xrayTracingEnabled?: unknown; tags?: unknown }>
    deployment: Change<{ triggers?: Input<Record<string, string>> }>
    domainName: Change<{ securityPolicy?: unknown; tags?: unknown }>
  }
}

interface HttpCors {
  allowOrigins: string[]
  allowMethods: '*'[]
  allowHeaders: string[]
  exposeHeaders: string[]
  maxAge?: `${number} seconds`
  allowCredentials?: true
}

interface HttpApiArgs {
  cors: false | HttpCors
  accessLog: AccessLog
  domain?: Domain
  transform: {
    api: Change<{ tags?: unknown; corsConfiguration?: unknown }>
    stage: Change<{ name?: unknown; tags?: unknown; defaultRouteSettings?: unknown }>
    domainName: Change<{ tags?: unknown }>
  }
}

interface RouteArgs {
  auth?:
    | false
    | { iam: true }
    | { custom: Output<string> }
    | { cognito: { authorizer: Output<string>; scopes?: string[] } }
  apiKey?: boolean
}

interface RestAuthorizerArgs {
  name: string
  tokenFunction?: string
  requestFunction?: Output<string>
  userPools?: string[]
  ttl?: number
  identitySource?: string
}

declare namespace sst {
  namespace aws {
    // biome-ignore lint/suspicious/noShadowRestrictedNames: it is what SST calls it.
    class Function {
      constructor(name: string, args: FunctionArgs)
      readonly arn: Output<string>
      readonly name: Output<string>
      readonly url: Output<string>
      readonly nodes: {
        readonly function: Output<{ readonly invokeArn: Output<string> }> & {
          readonly invokeArn: Output<string>
        }
      }
    }
    class ApiGatewayV1 {
      constructor(name: string, args: RestApiArgs)
      readonly url: Output<string>
      readonly nodes: {
        readonly api: { readonly id: Output<string>; readonly executionArn: Output<string> }
        readonly stage: { readonly stageName: Output<string> } | undefined
      }
      routeIntegration(route: string, integration: object, args: RouteArgs): unknown
      addAuthorizer(args: RestAuthorizerArgs): {
        readonly id: Output<string>
        readonly nodes: { readonly authorizer: { readonly authorizerUri: Output<string | undefined> } }
      }
      deploy(): void
      addUsagePlan(
        name: string,
        args: object,
      ): {
        addApiKey(
          name: string,
          args: { value?: string },
        ): { readonly nodes: { readonly apiKey: { readonly id: Output<string> } } }
      }
    }
    class ApiGatewayV2 {
      constructor(name: string, args: HttpApiArgs)
      readonly url: Output<string>
      readonly nodes: { readonly api: { readonly id: Output<string>; readonly executionArn: Output<string> } }
    }
  }
  namespace x {
    class DevCommand {
      constructor(
        name: string,
        args: {
          dev: { command: string; autostart: boolean; title: string; directory?: string }
          link: object[]
          environment: Record<string, string>
        },
      )
    }
  }
}

declare const $dev: boolean
declare const $app: { readonly name: string; readonly stage: string }
declare const $cli: { readonly paths: { readonly root: string } }
declare const $output: <A>(value: Input<A>) => Output<A>
declare const $interpolate: (
  texts: TemplateStringsArray,
  ...values: Input<string | undefined>[]
) => Output<string>
