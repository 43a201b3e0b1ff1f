import type { SdkCall } from '../sdk-call.ts'
import type { Service } from './by-data.ts'
import { at, given } from './input.ts'
import { type Spelling, UNSAID, valuesOf } from './spelling.ts'
import { arn, type Find, type Naming, namedBy, type Rule, type Target, together } from './target.ts'

// https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html

const KEY: Naming = { arn: (id, place) => arn('kms', place, `key/${id}`) }

const ALIAS: Naming = {
  arn: (name, place) => arn('kms', place, name.startsWith('alias/') ? name : `alias/${name}`),
}

// IAM knows a key by its own ARN alone, and an alias does not say which key it stands for:
// https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
const keyBy = (call: SdkCall, spelling: Spelling, field: string): Target => {
  const [, ofArn, alias] = /^(arn:(?:[^:]*:){4})?(alias\/.*)$/.exec(spelling.text) ?? []
  if (alias === undefined) return namedBy(call, spelling, field, KEY)
  const any = namedBy(call, { ...UNSAID, variables: spelling.variables }, field, KEY)
  return {
    arns: ofArn === undefined ? any.arns : [`${ofArn}key/*`],
    gaps: [
      `${field} of ${call.operation} is ${alias}, and IAM does not grant by an alias: every key is allowed. Name the key by its id or ARN, or narrow it with the condition kms:RequestAlias in a policy of your own.`,
    ],
  }
}

/** The keys that a field names by id, ARN or alias. */
export const keyIn =
  (...fields: ReadonlyArray<string>): Find =>
  (call) => {
    const field = fields.find((name) => given(call.input, name) === 'yes')
    return field === undefined
      ? undefined
      : together(valuesOf(at(call.input, field)).map((spelling) => keyBy(call, spelling, field)))
  }

/** Any key, since the input does not say which: what has been encrypted says it. */
const keyOrAny =
  (field: string) =>
  (call: SdkCall): Target =>
    keyIn(field)(call) ?? namedBy(call, UNSAID, field, KEY)

const aliasIn: Find = (call) =>
  given(call.input, 'AliasName') === 'yes'
    ? together(valuesOf(at(call.input, 'AliasName')).map((each) => namedBy(call, each, 'AliasName', ALIAS)))
    : undefined

const onAlias =
  (action: string): Rule =>
  (call) => [
    {
      action: `kms:${action}`,
      on: together([
        aliasIn(call) ?? namedBy(call, UNSAID, 'AliasName', ALIAS),
        keyOrAny('TargetKeyId')(call),
      ]),
    },
  ]

export const kmsRules: Readonly<Record<string, Rule>> = {
  ReEncrypt: (call) => [
    { action: 'kms:ReEncryptFrom', on: keyOrAny('SourceKeyId')(call) },
    { action: 'kms:ReEncryptTo', on: keyOrAny('DestinationKeyId')(call) },
  ],
  CreateAlias: onAlias('CreateAlias'),
  DeleteAlias: onAlias('DeleteAlias'),
  UpdateAlias: onAlias('UpdateAlias'),
}

export const kms: Service = {
  resources: { key: keyIn('KeyId'), alias: aliasIn },
  newer: { Decapsulate: ['key'], Encapsulate: ['key'] },
}
