import type { SdkCall } from '../sdk-call.ts'
import type { Service } from './by-data.ts'
import { at, given } from './input.ts'
import { keyIn } from './kms.ts'
import { type Spelling, spellings, UNSAID, valuesOf } from './spelling.ts'
import {
  arn,
  EVERYTHING,
  type Find,
  type Naming,
  type Need,
  namedBy,
  type Rule,
  type Target,
  together,
} from './target.ts'

// A secret's ARN ends in six characters that Secrets Manager makes up, so a name is matched with one `?` for each:
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
const SUFFIX = '-??????'

const SECRET: Naming = {
  arn: (name, place) => arn('secretsmanager', place, name === '*' ? 'secret:*' : `secret:${name}${SUFFIX}`),
}

// An ARN may lack the suffix, as when it is put together from a name; one that has it mostly shows it by a digit or a
// capital. Where this is not sure, both are meant.
const secretBy = (call: SdkCall, spelling: Spelling, what: string): Target => {
  const found = namedBy(call, spelling, what, SECRET)
  const isWhole = !spelling.isArn || spelling.text.startsWith('${') || /[*?]$/.test(spelling.text)
  const hasSuffix = /-(?=[A-Za-z]*[A-Z0-9])[A-Za-z0-9]{6}$/.test(spelling.text)
  return isWhole || hasSuffix
    ? found
    : { ...found, arns: found.arns.flatMap((each) => [each, `${each}${SUFFIX}`]) }
}

/** A secret by its name. */
export const secretNamed = (call: SdkCall, spelling: Spelling, what: string): Target =>
  namedBy(call, spelling, what, SECRET)

const secretsIn =
  (field: string): Find =>
  (call) =>
    given(call.input, field) === 'yes'
      ? together(valuesOf(at(call.input, field)).map((each) => secretBy(call, each, field)))
      : undefined

const secret: Find = (call) =>
  secretsIn('SecretId')(call) ?? (call.operation === 'CreateSecret' ? secretsIn('Name')(call) : undefined)

/** A key of one's own encrypts the value; the service's own key needs nothing. A change of it encrypts earlier values again. */
const encryption: Rule = (call) => {
  const key = keyIn('KmsKeyId')(call)
  const isChange = call.operation === 'UpdateSecret'
  return key === undefined
    ? []
    : ['kms:GenerateDataKey', 'kms:Decrypt', ...(isChange ? ['kms:Encrypt'] : [])].map((action) => ({
        action,
        on: key,
      }))
}

const written =
  (action: string): Rule =>
  (call) => [
    { action: `secretsmanager:${action}`, on: secret(call) ?? namedBy(call, UNSAID, 'SecretId', SECRET) },
    ...encryption(call),
    ...(given(call.input, 'Tags') === 'yes' ? tagging(call) : []),
  ]

const tagging: Rule = (call) => [
  { action: 'secretsmanager:TagResource', on: secret(call) ?? namedBy(call, UNSAID, 'SecretId', SECRET) },
]

// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html
const batch: Rule = (call) => {
  const listed = secretsIn('SecretIdList')(call)
  const filters = given(call.input, 'Filters') === 'yes'
  const needs: ReadonlyArray<Need> = [
    { action: 'secretsmanager:BatchGetSecretValue', on: EVERYTHING },
    ...(filters || listed === undefined ? [{ action: 'secretsmanager:ListSecrets', on: EVERYTHING }] : []),
  ]
  const values = listed ?? namedBy(call, UNSAID, 'SecretIdList', SECRET)
  return [...needs, { action: 'secretsmanager:GetSecretValue', on: values }]
}

const rotation: Rule = (call) => {
  const field = 'RotationLambdaARN'
  const on = together(
    spellings(at(call.input, field)).map((each) =>
      namedBy(call, each, field, { isArn: true, arn: (_, place) => arn('lambda', place, 'function:*') }),
    ),
  )
  return [
    { action: 'secretsmanager:RotateSecret', on: secret(call) ?? namedBy(call, UNSAID, 'SecretId', SECRET) },
    ...(given(call.input, field) === 'yes' ? [{ action: 'lambda:InvokeFunction', on }] : []),
  ]
}

export const secretsmanagerRules: Readonly<Record<string, Rule>> = {
  BatchGetSecretValue: batch,
  CreateSecret: written('CreateSecret'),
  PutSecretValue: written('PutSecretValue'),
  RotateSecret: rotation,
  UpdateSecret: written('UpdateSecret'),
}

export const secretsmanager: Service = {
  actions: { ValidateResourcePolicy: ['ValidateResourcePolicy', 'PutResourcePolicy'] },
  resources: { Secret: secret },
}
