/** Chalice's options and ours: https://aws.github.io/chalice/topics/configfile.html */
const OF_FUNCTIONS = {
  autogen_policy: 'autogenPolicy',
  environment_variables: 'environmentVariables',
  iam_policy_file: 'iamPolicyFile',
  iam_role_arn: 'iamRoleArn',
  lambda_memory_size: 'lambdaMemorySize',
  lambda_timeout: 'lambdaTimeout',
  layers: 'layers',
  log_retention_in_days: 'logRetentionInDays',
  manage_iam_role: 'manageIamRole',
  reserved_concurrency: 'reservedConcurrency',
  security_group_ids: 'securityGroupIds',
  subnet_ids: 'subnetIds',
  tags: 'tags',
  xray: 'xray',
}

const OF_STAGES = {
  ...OF_FUNCTIONS,
  api_gateway_custom_domain: 'customDomain',
  api_gateway_endpoint_type: 'apiGatewayEndpointType',
  api_gateway_endpoint_vpce: 'apiGatewayEndpointVpce',
  api_gateway_policy_file: 'apiGatewayPolicyFile',
  api_gateway_stage: 'apiGatewayStage',
  lambda_functions: 'lambdaFunctions',
  minimum_compression_size: 'minimumCompressionSize',
}

const OF_THE_WHOLE = { ...OF_STAGES, app_name: 'appName', stages: 'stages' }

const OF_DOMAINS = {
  certificate_arn: 'certificateArn',
  domain_name: 'domainName',
  tags: 'tags',
  tls_version: 'tlsVersion',
  url_prefix: 'urlPrefix',
}

/** Chalice's names, and ours, of the options in one sort of place. */
export type Names = ReadonlyMap<string, string>

const names = (record: Readonly<Record<string, string>>): Names => new Map(Object.entries(record))

export const FUNCTION_NAMES = names(OF_FUNCTIONS)
export const STAGE_NAMES = names(OF_STAGES)
export const WHOLE_NAMES = names(OF_THE_WHOLE)
export const DOMAIN_NAMES = names(OF_DOMAINS)

/** Options of Chalice's that have no counterpart, each with what to do about it. */
export const DROPPED: ReadonlyMap<string, string> = new Map([
  ['automatic_layer', 'each function is bundled with what it imports'],
  [
    'websocket_api_custom_domain',
    'WebSocket APIs are not deployed; sst.aws.ApiGatewayWebSocket takes a domain of its own',
  ],
  ['profile', "say it in sst.config.ts, where app() returns providers: { aws: { profile: '…' } }"],
])

/** Says nothing of a deployment: the version of the file's form. */
export const VERSION = 'version'

/** The names of Chalice's options that differ from ours, by ours. */
export const CHALICE_NAME: ReadonlyMap<string, string> = new Map(
  [...WHOLE_NAMES, ...DOMAIN_NAMES].map(([chalice, ours]) => [ours, chalice]),
)
