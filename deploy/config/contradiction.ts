import type { FunctionOverrides, StageOptions } from './configuration.ts'
import type { Defaulted, STAGE_DEFAULTS } from './defaults.ts'
import { named } from './mistake.ts'

/** The name of an option of a stage or of a function. */
export type Option = keyof (FunctionOverrides & StageOptions)

/** All that is said of one function in one stage. */
export type Told = Defaulted<FunctionOverrides & StageOptions, typeof STAGE_DEFAULTS>

/** Options that cannot be deployed together. */
export interface Contradiction {
  /** The options that it is about, the one to blame first. */
  readonly about: readonly [Option, ...ReadonlyArray<Option>]
  /** What is wrong, and what to do; nothing when all is well. */
  readonly refusal: (told: Told) => string | undefined
}

/** An option that another one makes useless. */
export interface Idle {
  /** The option, then those that decide. */
  readonly about: readonly [Option, ...ReadonlyArray<Option>]
  readonly isUsed: (told: Told) => boolean
  readonly message: string
}

/** Lambda's limit, in bytes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MOST_BYTES = 4096

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html */
const MOST_TAGS = 50

const bytesOf = (variables: Readonly<Record<string, string>>): number =>
  new TextEncoder().encode(Object.entries(variables).flat().join('')).length

/**
 * The options that only some gateways have, and the value that asks for nothing of the gateway. What HTTP APIs lack:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html
 */
const GATEWAYS_OF: ReadonlyArray<readonly [Option, ReadonlyArray<string>, (options: Told) => boolean]> = [
  ['apiKeys', ['rest'], ({ apiKeys }) => Object.keys(apiKeys).length > 0],
  ['usagePlan', ['rest'], ({ usagePlan }) => Object.keys(usagePlan ?? {}).length > 0],
  ['minimumCompressionSize', ['rest'], (options) => options.minimumCompressionSize !== undefined],
  ['apiGatewayEndpointType', ['rest'], (options) => options.apiGatewayEndpointType !== 'REGIONAL'],
  ['apiGatewayPolicyFile', ['rest'], (options) => options.apiGatewayPolicyFile !== undefined],
  ['throttle', ['rest', 'http'], ({ throttle }) => throttle !== undefined],
  ['customDomain', ['rest', 'http'], ({ customDomain }) => customDomain !== undefined],
  ['apiGatewayStage', ['rest', 'http'], ({ apiGatewayStage }) => apiGatewayStage !== undefined],
]

const ofGateways = GATEWAYS_OF.map(
  ([option, gateways, asks]): Contradiction => ({
    about: [option, 'gateway'],
    refusal: (told) => {
      if (gateways.includes(told.gateway) || !asks(told)) return undefined
      const value = told[option]
      const what = typeof value === 'string' ? `${option} ${named(value)}` : option
      return `${what} needs gateway ${gateways.map(named).join(' or ')}, and the gateway is ${named(told.gateway)}`
    },
  }),
)

/** What cannot be deployed, whatever the app. */
export const CONTRADICTIONS: ReadonlyArray<Contradiction> = [
  ...ofGateways,
  {
    about: ['manageIamRole', 'iamRoleArn'],
    refusal: ({ manageIamRole, iamRoleArn }) =>
      manageIamRole || iamRoleArn !== undefined
        ? undefined
        : 'manageIamRole is false and there is no iamRoleArn: say which role to take',
  },
  {
    about: ['autogenPolicy', 'iamPolicyFile', 'manageIamRole'],
    refusal: ({ autogenPolicy, iamPolicyFile, manageIamRole }) =>
      autogenPolicy === true || iamPolicyFile !== undefined || !manageIamRole
        ? undefined
        : `autogenPolicy is ${autogenPolicy === false ? 'false' : named(autogenPolicy)} and there is no iamPolicyFile: say which policy to take`,
  },
  {
    about: ['subnetIds', 'securityGroupIds'],
    refusal: ({ subnetIds, securityGroupIds }) =>
      subnetIds.length === 0 || securityGroupIds.length > 0
        ? undefined
        : 'subnetIds needs securityGroupIds beside it: a VPC is joined by both',
  },
  {
    about: ['securityGroupIds', 'subnetIds'],
    refusal: ({ subnetIds, securityGroupIds }) =>
      securityGroupIds.length === 0 || subnetIds.length > 0
        ? undefined
        : 'securityGroupIds needs subnetIds beside it: a VPC is joined by both',
  },
  {
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html
    about: ['apiGatewayEndpointType', 'apiGatewayEndpointVpce', 'apiGatewayPolicyFile'],
    refusal: ({ apiGatewayEndpointType, apiGatewayEndpointVpce, apiGatewayPolicyFile }) =>
      apiGatewayEndpointType !== 'PRIVATE' ||
      apiGatewayEndpointVpce !== undefined ||
      apiGatewayPolicyFile !== undefined
        ? undefined
        : "'PRIVATE' needs apiGatewayEndpointVpce (or an apiGatewayPolicyFile): nobody could reach the API",
  },
  {
    about: ['customDomain', 'apiGatewayEndpointType'],
    refusal: ({ customDomain, apiGatewayEndpointType }) =>
      apiGatewayEndpointType !== 'PRIVATE' || customDomain === undefined
        ? undefined
        : "customDomain is not for a 'PRIVATE' endpoint: SST makes none that reaches it",
  },
  {
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-edge-optimized-custom-domain-name.html
    about: ['customDomain', 'apiGatewayEndpointType'],
    refusal: ({ customDomain, apiGatewayEndpointType }) =>
      apiGatewayEndpointType !== 'EDGE' ||
      /^arn:[^:]+:acm:us-east-1:/.test(customDomain?.certificateArn ?? 'arn:aws:acm:us-east-1:')
        ? undefined
        : "customDomain of an 'EDGE' endpoint needs a certificate in us-east-1",
  },
  {
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html
    about: ['customDomain', 'gateway'],
    refusal: ({ customDomain, gateway }) =>
      gateway === 'http' && customDomain?.tlsVersion === 'TLS_1_0'
        ? "customDomain with tlsVersion 'TLS_1_0' needs gateway 'rest', and the gateway is 'http'"
        : undefined,
  },
  {
    about: ['apiGatewayStage', 'gateway'],
    refusal: ({ apiGatewayStage, gateway }) =>
      gateway === 'rest' && apiGatewayStage === '$default'
        ? "apiGatewayStage '$default' needs gateway 'http', and the gateway is 'rest'"
        : undefined,
  },
  {
    about: ['environmentVariables'],
    refusal: ({ environmentVariables }) => {
      const bytes = bytesOf(environmentVariables)
      return bytes <= MOST_BYTES
        ? undefined
        : `environmentVariables are ${bytes} bytes together, and Lambda takes ${MOST_BYTES}`
    },
  },
  {
    about: ['tags'],
    refusal: ({ tags }) => {
      const count = Object.keys(tags).length
      return count <= MOST_TAGS ? undefined : `tags are ${count} together, and AWS takes ${MOST_TAGS}`
    },
  },
]

/** What would be ignored, were it not refused. */
export const IDLE: ReadonlyArray<Idle> = [
  {
    about: ['iamRoleArn', 'manageIamRole'],
    isUsed: ({ manageIamRole }) => !manageIamRole,
    message: 'iamRoleArn is taken only where manageIamRole is false, and it is not',
  },
  {
    about: ['iamPolicyFile', 'autogenPolicy', 'manageIamRole'],
    isUsed: ({ autogenPolicy, manageIamRole }) => autogenPolicy !== true && manageIamRole,
    message:
      "iamPolicyFile is read only where autogenPolicy is false or 'merge', and manageIamRole is not false",
  },
  {
    about: ['apiGatewayEndpointVpce', 'apiGatewayEndpointType'],
    isUsed: ({ apiGatewayEndpointType }) => apiGatewayEndpointType === 'PRIVATE',
    message: "apiGatewayEndpointVpce is for apiGatewayEndpointType 'PRIVATE' alone",
  },
]
