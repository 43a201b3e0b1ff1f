/** A function's options when nothing is said of them. */
export const FUNCTION_DEFAULTS = {
  // Chalice's, as is the memory's.
  lambdaTimeout: 60,
  lambdaMemorySize: 128,
  environmentVariables: {},
  tags: {},
  layers: [],
  subnetIds: [],
  securityGroupIds: [],
  // CloudWatch's own is to keep and to bill for ever.
  logRetentionInDays: 30,
  xray: false,
  autogenPolicy: true,
  manageIamRole: true,
  architecture: 'arm64',
} as const

/** A stage's options when nothing is said of them. */
export const STAGE_DEFAULTS = {
  ...FUNCTION_DEFAULTS,
  gateway: 'rest',
  functions: 'single',
  // EDGE, which is API Gateway's own default, puts a CloudFront in front that nobody can configure.
  apiGatewayEndpointType: 'REGIONAL',
  apiKeys: {},
  apiGatewayQuota: 300,
} as const

/** Options of which those that have a default are always there. */
export type Defaulted<Options, Defaults> = Readonly<
  Required<Pick<Options, keyof Options & keyof Defaults>> & Omit<Options, keyof Defaults>
>
