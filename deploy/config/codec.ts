import type * as t from '#io-ts'
import {
  type ApiKey,
  ARCHITECTURES,
  AUTOGEN_POLICIES,
  type Configuration,
  type CustomDomain,
  ENDPOINT_TYPES,
  FUNCTIONS,
  type FunctionOptions,
  type FunctionOverrides,
  GATEWAYS,
  LOG_RETENTIONS,
  QUOTA_PERIODS,
  type Stage,
  type StageOptions,
  type Throttle,
  TLS_VERSIONS,
  type UsagePlan,
} from './configuration.ts'
import { named } from './mistake.ts'
import { type CodecsOf, optionRecord, recordOf } from './option-record.ts'
import { refuseTag, refuseVariable } from './reserved-name.ts'
import { amount, anyText, list, oneOf, oneOrList, text, whole, yesOrNo } from './value-codec.ts'

// The sources of the ranges stand at the options themselves, in configuration.ts. Patterns of ARNs are those of Lambda's
// API (https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html) without the form of account and region,
// which are AWS's to know.

const tags = recordOf(
  'a record of strings',
  text(
    'at most 256 letters, digits, spaces and any of _ . : / = + - @',
    /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u,
  ),
  refuseTag,
)

const FUNCTION_CODECS: CodecsOf<FunctionOptions> = {
  lambdaTimeout: whole(' of seconds', 1, 900),
  lambdaMemorySize: whole(' of MB', 128, 10_240),
  environmentVariables: recordOf('a record of strings', anyText, refuseVariable),
  tags,
  layers: list(
    'a list of at most 5 layers',
    text(
      "the ARN of a layer's version, as in 'arn:aws:lambda:REGION:ACCOUNT:layer:NAME:1'",
      /^arn:[\w-]+:lambda:[^:\s]+:[^:\s]+:layer:[\w-]+:\d+$/,
    ),
    5,
  ),
  subnetIds: list('a list of at most 16 subnets', text('the id of a subnet'), 16),
  securityGroupIds: list('a list of at most 5 security groups', text('the id of a security group'), 5),
  reservedConcurrency: whole(' of invocations', 0),
  logRetentionInDays: oneOf(LOG_RETENTIONS),
  xray: yesOrNo,
  autogenPolicy: oneOf(AUTOGEN_POLICIES),
  iamPolicyFile: text('the path of a file'),
  manageIamRole: yesOrNo,
  iamRoleArn: text(
    "the ARN of a role, as in 'arn:aws:iam::ACCOUNT:role/NAME'",
    /^arn:aws[\w-]*:iam::[^:\s]+:role\/[\w+=,.@/-]+$/,
  ),
  architecture: oneOf(ARCHITECTURES),
}

const customDomain = optionRecord<CustomDomain>({
  name: 'a record of domainName and certificateArn',
  codecs: {
    domainName: text(
      "a domain name, as in 'api.example.com'",
      /^(?:\*\.)?(?:[a-z\d-]{1,63}\.)+[a-z\d-]{2,63}$/i,
    ),
    certificateArn: text(
      "the ARN of a certificate, as in 'arn:aws:acm:REGION:ACCOUNT:certificate/ID'",
      /^arn:aws[\w-]*:acm:[^:\s]+:[^:\s]+:certificate\/[\w-]+$/,
    ),
    tlsVersion: oneOf(TLS_VERSIONS),
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html
    urlPrefix: text("a path without '/' at its ends, as in 'shop'", /^[\w$.+!*'()-]+(?:\/[\w$.+!*'()-]+)*$/),
    tags,
  },
  required: { domainName: true, certificateArn: true },
})

const throttle = optionRecord<Throttle>({
  name: 'a record of rate and burst',
  codecs: { rate: amount(' of requests a second'), burst: whole(' of requests', 0) },
  required: { rate: true, burst: true },
})

const usagePlan = optionRecord<UsagePlan>({
  name: 'a record of throttle and quota',
  codecs: {
    throttle,
    quota: optionRecord<NonNullable<UsagePlan['quota']>>({
      name: 'a record of limit and period',
      codecs: { limit: whole(' of requests', 1), period: oneOf(QUOTA_PERIODS) },
      required: { limit: true, period: true },
    }),
  },
  required: {},
})

const apiKey = optionRecord<ApiKey>({
  name: 'a record, {} for a key that AWS makes',
  codecs: { value: text('20 to 128 letters and digits', /^[A-Za-z\d]{20,128}$/) },
  required: {},
})

const STAGE_OPTION_CODECS: CodecsOf<StageOptions> = {
  ...FUNCTION_CODECS,
  gateway: oneOf(GATEWAYS),
  functions: oneOf(FUNCTIONS),
  apiGatewayStage: text(
    "1 to 128 letters, digits, '-' and '_', or '$default'",
    /^(?:[\w-]{1,128}|\$default)$/,
  ),
  apiGatewayEndpointType: oneOf(ENDPOINT_TYPES),
  apiGatewayEndpointVpce: oneOrList(
    "the id of a VPC endpoint, as in 'vpce-0123456789abcdef0', or a list of such",
    text('the id of a VPC endpoint', /^vpce-\w+$/),
  ),
  apiGatewayPolicyFile: text('the path of a file'),
  minimumCompressionSize: whole(' of bytes', 0, 10_485_760),
  customDomain,
  apiKeys: recordOf('a record of keys by name', apiKey),
  usagePlan,
  throttle,
  apiGatewayQuota: whole(' of resources or routes', 1),
}

const OF_A_FUNCTION = 'a function in lambdaFunctions'
const OF_A_STAGE = 'a stage or of the whole configuration'
const OF_THE_WHOLE = 'the whole configuration'

const functionOverrides = optionRecord<FunctionOverrides>({
  name: 'a record of options',
  codecs: {
    ...FUNCTION_CODECS,
    handler: text("a file and its export, as in 'src/api.handler'", /^[^\s]+\.[\w$]+$/),
  },
  required: {},
  elsewhere: new Map([
    ...Object.keys(STAGE_OPTION_CODECS)
      .filter((key) => !(key in FUNCTION_CODECS))
      .map((key): [string, string] => [key, OF_A_STAGE]),
    ['lambdaFunctions', OF_A_STAGE],
    ['appName', OF_THE_WHOLE],
    ['stages', OF_THE_WHOLE],
  ]),
})

const STAGE_CODECS: CodecsOf<Stage> = {
  ...STAGE_OPTION_CODECS,
  lambdaFunctions: recordOf('a record of functions by name', functionOverrides),
}

const stage = optionRecord<Stage>({
  name: 'a record of options',
  codecs: STAGE_CODECS,
  required: {},
  elsewhere: new Map([
    ['handler', OF_A_FUNCTION],
    ['appName', OF_THE_WHOLE],
    ['stages', OF_THE_WHOLE],
  ]),
})

/** What SST takes as a stage's name, and `*`. */
const refuseStage = (name: string): string | undefined =>
  /^(?:\*|[A-Za-z\d-]+)$/.test(name)
    ? undefined
    : `no stage can have the name ${named(name)}: letters, digits and '-', or '*' for any`

/**
 * Decodes a configuration, strictly: an option that there is not, or not in its place, is an error.
 *
 * @since 0.1.0
 */
export const configuration: t.Type<Configuration> = optionRecord<Configuration>({
  name: 'a record of options',
  codecs: {
    ...STAGE_CODECS,
    appName: text("letters, digits, '-' and '_'", /^[\w-]+$/),
    stages: recordOf('a record of stages by name', stage, refuseStage),
  },
  required: {},
  elsewhere: new Map([['handler', OF_A_FUNCTION]]),
})

/** The names of all options, in whatever place. */
export const OPTION_NAMES: ReadonlyArray<string> = [
  ...Object.keys(STAGE_CODECS),
  'handler',
  'appName',
  'stages',
]

/** Whether an option is one of a function. */
export const isFunctionOption = (name: string): boolean =>
  Object.hasOwn(FUNCTION_CODECS, name) || name === 'handler'
