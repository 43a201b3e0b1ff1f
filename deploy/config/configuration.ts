/**
 * What one Lambda function is told; at the top it holds for every stage, in a stage for every function of it.
 *
 * @since 0.1.0
 */
export interface FunctionOptions {
  /**
   * How long an invocation may take, in seconds, 1 to 900; 60 when absent. A gateway gives up before: a REST API after
   * 29 seconds, an HTTP API after 30 (https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html).
   * Range: https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html
   */
  readonly lambdaTimeout?: number
  /**
   * Memory, in MB, 128 to 10,240; 128 when absent. The share of a CPU grows with it.
   * Range: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
   */
  readonly lambdaMemorySize?: number
  /**
   * Environment variables; those of a stage and of a function are added to the ones at the top, and win over them. All
   * together 4,096 bytes at most, names of Lambda's own excepted:
   * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
   */
  readonly environmentVariables?: Readonly<Record<string, string>>
  /**
   * Tags of what is deployed; those of a stage and of a function are added to the ones at the top, and win over them. At
   * most 50, keys of 128 characters and values of 256: https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html
   */
  readonly tags?: Readonly<Record<string, string>>
  /** ARNs of layer versions, 5 at most: https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html */
  readonly layers?: ReadonlyArray<string>
  /**
   * The subnets of a VPC that the function joins, 16 at most, with `securityGroupIds`; an empty list joins none.
   * Limits: https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html
   */
  readonly subnetIds?: ReadonlyArray<string>
  /** The security groups of the function in its VPC, 5 at most, with `subnetIds`. */
  readonly securityGroupIds?: ReadonlyArray<string>
  /**
   * How many invocations at a time are kept for the function, and are its most; 0 stops it. Shares the account's when
   * absent: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
   */
  readonly reservedConcurrency?: number
  /**
   * How long logs are kept, in days, one of those CloudWatch Logs knows, or `'forever'`; 30 when absent.
   * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
   */
  readonly logRetentionInDays?: LogRetention
  /** Traces invocations with X-Ray; false when absent. */
  readonly xray?: boolean
  /**
   * Whether the function's policy is derived from the source; true when absent. False needs `iamPolicyFile`, which then
   * counts alone; `'merge'` adds it to what is derived.
   */
  readonly autogenPolicy?: AutogenPolicy
  /** A policy document (JSON), a path from the project's folder; read where `autogenPolicy` is false or `'merge'`. */
  readonly iamPolicyFile?: string
  /** Whether the function's role is made and kept up to date; true when absent. False needs `iamRoleArn`. */
  readonly manageIamRole?: boolean
  /** The role that the function takes on when `manageIamRole` is false; nothing is added to its policies. */
  readonly iamRoleArn?: string
  /** The processor; `arm64` when absent: https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html */
  readonly architecture?: Architecture
}

/**
 * What one function is told apart from the others of its stage.
 *
 * @since 0.1.0
 */
export interface FunctionOverrides extends FunctionOptions {
  /** The file and the export that are the function, as in `src/api.handler`, in place of the app's own. */
  readonly handler?: string
}

/** Days that CloudWatch Logs can keep an event, or for ever. @since 0.1.0 */
export type LogRetention = (typeof LOG_RETENTIONS)[number]

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
// biome-ignore format: one list
export const LOG_RETENTIONS =
  [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, 'forever'] as const

/** Whether a policy is derived from the source, and whether a file's is added to it. @since 0.1.0 */
export type AutogenPolicy = (typeof AUTOGEN_POLICIES)[number]
export const AUTOGEN_POLICIES = [true, false, 'merge'] as const

/** A processor that Lambda has. @since 0.1.0 */
export type Architecture = (typeof ARCHITECTURES)[number]
export const ARCHITECTURES = ['arm64', 'x86_64'] as const

/** What stands before the functions: a REST API, an HTTP API, or a function URL. @since 0.1.0 */
export type Gateway = (typeof GATEWAYS)[number]
export const GATEWAYS = ['rest', 'http', 'url'] as const

/** One Lambda function behind every route, or one for each. @since 0.1.0 */
export type Functions = (typeof FUNCTIONS)[number]
export const FUNCTIONS = ['single', 'per-route'] as const

/** Where a REST API is reached: through CloudFront, in its region, or in a VPC. @since 0.1.0 */
export type EndpointType = (typeof ENDPOINT_TYPES)[number]
export const ENDPOINT_TYPES = ['EDGE', 'REGIONAL', 'PRIVATE'] as const

/** The least version of TLS that a domain speaks. @since 0.1.0 */
export type TlsVersion = (typeof TLS_VERSIONS)[number]
export const TLS_VERSIONS = ['TLS_1_0', 'TLS_1_2'] as const

/** What a quota is counted by. @since 0.1.0 */
export type QuotaPeriod = (typeof QUOTA_PERIODS)[number]
export const QUOTA_PERIODS = ['day', 'week', 'month'] as const

/**
 * How many requests are let through (a token bucket):
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 *
 * @since 0.1.0
 */
export interface Throttle {
  /** Requests a second, on average. */
  readonly rate: number
  /** Requests at once. */
  readonly burst: number
}

/**
 * What each API key may use: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 *
 * @since 0.1.0
 */
export interface UsagePlan {
  readonly throttle?: Throttle
  /** The requests of a key in a period. */
  readonly quota?: { readonly limit: number; readonly period: QuotaPeriod }
}

/**
 * An API key to make.
 *
 * @since 0.1.0
 */
export interface ApiKey {
  /** The key itself, 20 to 128 letters and digits; AWS makes one when absent, which keeps it out of the source. */
  readonly value?: string
}

/**
 * A domain name of your own: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
 *
 * @since 0.1.0
 */
export interface CustomDomain {
  /** As in `api.example.com`. */
  readonly domainName: string
  /** A certificate of ACM for the name, in the API's region, or in `us-east-1` for an `EDGE` endpoint. */
  readonly certificateArn: string
  /** `TLS_1_2` when absent; `TLS_1_0` is for REST APIs alone. */
  readonly tlsVersion?: TlsVersion
  /** The path under which the domain has the API, as in `shop`; none when absent, and the API is at `/`. */
  readonly urlPrefix?: string
  /** Tags of the domain name. */
  readonly tags?: Readonly<Record<string, string>>
}

/**
 * What a stage is told; at the top it holds for every stage.
 *
 * @since 0.1.0
 */
export interface StageOptions extends FunctionOptions {
  /** What stands before the functions; `rest` when absent. API keys and usage plans need it. */
  readonly gateway?: Gateway
  /** `single` (one function behind every route) when absent, or `per-route`. */
  readonly functions?: Functions
  /**
   * The gateway's name of the stage, which is the first segment of its URLs; the stage's own name when absent. Letters,
   * digits, `-` and `_`, 128 at most, or `$default` on an HTTP API, whose URLs then have no such segment.
   * https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
   */
  readonly apiGatewayStage?: string
  /** Where a REST API is reached; `REGIONAL` when absent, with no CloudFront in front. */
  readonly apiGatewayEndpointType?: EndpointType
  /** The VPC endpoints, one or several, that reach a `PRIVATE` API. */
  readonly apiGatewayEndpointVpce?: string | ReadonlyArray<string>
  /** The resource policy (JSON) of a REST API, a path from the project's folder. */
  readonly apiGatewayPolicyFile?: string
  /**
   * The size, in bytes, 0 to 10,485,760, from which a REST API compresses answers itself; it does not when absent.
   * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html
   */
  readonly minimumCompressionSize?: number
  /** A domain name of your own. */
  readonly customDomain?: CustomDomain
  /** API keys to make, by name, of a REST API. */
  readonly apiKeys?: Readonly<Record<string, ApiKey>>
  /** What each API key may use. */
  readonly usagePlan?: UsagePlan
  /** How many requests the stage lets through, whoever asks; the account's own limits when absent. */
  readonly throttle?: Throttle
  /**
   * How many resources a REST API, or routes an HTTP API, may have; 300 when absent, which AWS raises on request.
   * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
   */
  readonly apiGatewayQuota?: number
}

/**
 * A stage: its options, and those of single functions.
 *
 * @since 0.1.0
 */
export interface Stage extends StageOptions {
  /**
   * Options of one function, by its name: `api` is the function of `single`, a route's key, as in `GET /cities/:city`,
   * that of `per-route`, and an authorizer has its own name.
   */
  readonly lambdaFunctions?: Readonly<Record<string, FunctionOverrides>>
}

/**
 * How an app is deployed. The most specific place wins: a function in a stage, the stage, the function at the top, the
 * top, the default. `environmentVariables` and `tags` of all places are merged.
 *
 * @since 0.1.0
 * @example
 * const configuration = {
 *   lambdaMemorySize: 256,
 *   stages: { '*': {}, prod: { lambdaMemorySize: 1024, lambdaFunctions: { api: { reservedConcurrency: 50 } } } },
 * }
 */
export interface Configuration extends Stage {
  /** The app's name. */
  readonly appName?: string
  /** The stages that there are, by name; `*` is every stage that is not named. Every name is a stage when absent. */
  readonly stages?: Readonly<Record<string, Stage>>
}
