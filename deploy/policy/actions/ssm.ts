import type { SdkCall } from '../sdk-call.ts'
import { needsByData, type Service } from './by-data.ts'
import { at, given } from './input.ts'
import { keyIn } from './kms.ts'
import { secretNamed } from './secretsmanager.ts'
import { collapsed, type Spelling, spellings, UNSAID, valuesOf } from './spelling.ts'
import {
  arn,
  byField,
  type Find,
  gapsOf,
  type Naming,
  NONE,
  named,
  namedBy,
  needs,
  OWN_ACCOUNT,
  type Place,
  type Rule,
  regionsOf,
  type Target,
  together,
} from './target.ts'

// https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
//
// `WithDecryption` asks for no permission here: a SecureString is encrypted with the service's own key, `aws/ssm`, whose
// policy lets everyone of the account decrypt through Parameter Store, unless the parameter was put with another key,
// which an input that reads it does not name: https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html

// `/a/b` is `parameter/a/b`, `a` is `parameter/a`; `:3` or `:label` after the name choose a version.
const PARAMETER: Naming = {
  arn: (name, place) =>
    arn('ssm', ofWhom(name, place), `parameter/${name.replace(/^\//, '').replace(/:[^:/]*$/, '')}`),
  ofArn: (of) => of.replace(/(:parameter\/[^:]+):[^:/]+$/, '$1'),
}

/**
 * AWS's own parameters, such as the latest image of a system, belong to no account:
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html
 */
const ofWhom = (name: string, place: Place): Place =>
  /^\/?aws\/service(?:\/|$)/.test(name) ? { ...place, account: '' } : place

const parameterBy = (call: SdkCall, spelling: Spelling, what: string): Target =>
  // Once a placeholder is a link's name, its colon is not a version's.
  namedBy(
    call,
    spelling,
    what,
    spelling.text.includes('${')
      ? { arn: (name, place) => arn('ssm', ofWhom(name, place), `parameter/${name.replace(/^\//, '')}`) }
      : PARAMETER,
  )

const parametersIn = (call: SdkCall, field: string): Target =>
  together(valuesOf(at(call.input, field)).map((each) => parameterBy(call, each, field)))

const parameter: Find = (call) => {
  const field = ['Name', 'Names'].find((name) => given(call.input, name) === 'yes')
  return field === undefined ? undefined : parametersIn(call, field)
}

const REFERENCE = /^\/?aws\/reference\/secretsmanager\/(.+)$/

/**
 * A parameter that stands for a secret is read from Secrets Manager:
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html
 */
const get: Rule = (call) => {
  const referred = ['Name', 'Names'].flatMap((name) =>
    valuesOf(at(call.input, name)).flatMap((each) => {
      const [, secret] = REFERENCE.exec(each.text) ?? []
      return secret === undefined ? [] : [secretNamed(call, { ...each, text: secret }, name)]
    }),
  )
  const secrets = { action: 'secretsmanager:GetSecretValue', on: together(referred) }
  return [...(needsByData(call, 'ssm', ssm) ?? []), ...(referred.length === 0 ? [] : [secrets])]
}

// What `ResourceType` says, and how the resource begins.
const TAGGED: Readonly<Record<string, string>> = {
  Association: 'association',
  Automation: 'automation-execution',
  Document: 'document',
  MaintenanceWindow: 'maintenancewindow',
  ManagedInstance: 'managed-instance',
  OpsItem: 'opsitem',
  OpsMetadata: 'opsmetadata',
  PatchBaseline: 'patchbaseline',
}

const tags: Rule = (call) => {
  const kinds = spellings(at(call.input, 'ResourceType')).map(({ text }) => text)
  const targets = (kinds.length === 0 ? ['*'] : kinds).map((kind) => {
    if (kind === 'Parameter') return parametersIn(call, 'ResourceId')
    const type = Object.hasOwn(TAGGED, kind) ? TAGGED[kind] : '*'
    return named(call, at(call.input, 'ResourceId'), 'ResourceId', {
      arn: (id, place) => arn('ssm', place, `${type}/${id}`),
    })
  })
  return [{ action: `ssm:${call.operation}`, on: together(targets) }]
}

/** A path is looked at by itself, and what is below it is what comes back. */
const byPath = (call: SdkCall): Target => {
  const paths = spellings(at(call.input, 'Path'))
  return together(
    (paths.length === 0 ? [UNSAID] : paths).map((path) => {
      const inner = path.text.replace(/^\/|\/$/g, '')
      if (path.isArn) return { arns: [path.text, `${path.text}/*`], gaps: gapsOf(call, 'Path', path) }
      const rests = inner === '' || inner === '*' ? ['*'] : [inner, collapsed(`${inner}/*`)]
      return {
        arns: regionsOf(call).flatMap(({ text }) =>
          rests.map((rest) =>
            arn('ssm', ofWhom(inner, { region: text, account: OWN_ACCOUNT }), `parameter/${rest}`),
          ),
        ),
        gaps: gapsOf(call, 'Path', path),
      }
    }),
  )
}

const putParameter: Rule = (call) => {
  const on = parameter(call) ?? parameterBy(call, UNSAID, 'Name')
  const key = keyIn('KeyId')(call)
  const isAdvanced = given(call.input, 'Tier') !== 'no'
  const encryption = ['kms:Encrypt', ...(isAdvanced ? ['kms:GenerateDataKey'] : [])]
  return [
    { action: 'ssm:PutParameter', on },
    ...(given(call.input, 'Tags') === 'yes' ? [{ action: 'ssm:AddTagsToResource', on }] : []),
    ...(key === undefined ? [] : encryption.map((action) => ({ action, on: key }))),
  ]
}

// AWS's own documents belong to no account: https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html
const document = byField(['DocumentName', 'Name'], {
  arn: (name, { region, account }) =>
    arn('ssm', { region, account: /^(?:AWS|Amazon)[A-Z]*-/.test(name) ? '' : account }, `document/${name}`),
})

const ofNode = (service: string, kind: string): Find =>
  byField(['InstanceIds', 'InstanceId', 'Target'], {
    arn: (id, place) => arn(service, place, `${kind}/${id}`),
  })

/** Nodes of EC2, `i-…`, or managed ones, `mi-…`: of an id that only running decides, either. */
const nodes =
  (prefix: string, all: Find): Find =>
  (call) => {
    const found = all(call)
    return found === undefined
      ? undefined
      : { ...found, arns: found.arns.filter((each) => new RegExp(`/(?:${prefix}-|[*$])`).test(each)) }
  }

const instances = nodes('i', ofNode('ec2', 'instance'))
const managed = nodes('mi', ofNode('ssm', 'managed-instance'))

const sendCommand: Rule = (call) => {
  const anyInstance: Naming = { arn: (id, place) => arn('ec2', place, `instance/${id}`) }
  return [
    {
      action: 'ssm:SendCommand',
      on: together([
        document(call) ??
          namedBy(call, UNSAID, 'DocumentName', {
            arn: (_, place) => arn('ssm', { ...place, account: '*' }, 'document/*'),
          }),
        instances(call) ?? namedBy(call, UNSAID, 'Targets', anyInstance),
        managed(call) ?? NONE,
      ]),
    },
  ]
}

const automation: Rule = (call) => [
  {
    action: `ssm:${call.operation}`,
    on:
      byField('DocumentName', {
        arn: (name, { region, account }) =>
          arn(
            'ssm',
            { region, account: name.startsWith('AWS-') ? '' : account },
            `automation-definition/${name}:*`,
          ),
      })(call) ??
      namedBy(call, UNSAID, 'DocumentName', {
        arn: (_, place) => arn('ssm', { ...place, account: '*' }, 'automation-definition/*'),
      }),
  },
]

// https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
const hostManagement =
  (...actions: ReadonlyArray<string>): Rule =>
  (call) => [
    ...actions.map((action) => ({
      action: `ssm:${action}`,
      on: {
        arns: regionsOf(call).map(({ text }) =>
          arn(
            'ssm',
            { region: text, account: OWN_ACCOUNT },
            'servicesetting/ssm/managed-instance/default-ec2-instance-management-role',
          ),
        ),
        gaps: [],
      },
    })),
  ]

export const ssmRules: Readonly<Record<string, Rule>> = {
  AddTagsToResource: tags,
  DeregisterDefaultHostManagementConfiguration: hostManagement('GetServiceSetting', 'ResetServiceSetting'),
  GetParameter: get,
  GetParameters: get,
  GetParametersByPath: needs('ssm:GetParametersByPath', byPath),
  ListTagsForResource: tags,
  PutParameter: putParameter,
  RegisterDefaultHostManagementConfiguration: hostManagement('GetServiceSetting', 'UpdateServiceSetting'),
  RemoveTagsFromResource: tags,
  SendCommand: sendCommand,
  StartAutomationExecution: automation,
}

export const ssm: Service = {
  actions: { UpdateAssociation: ['UpdateAssociation', 'DescribeAssociation'] },
  resources: { parameter, document, instance: instances, 'managed-instance': managed },
}
