import type { SdkCall } from '../sdk-call.ts'
import { given } from './input.ts'
import type { Need } from './target.ts'

/** A field that asks for an action of its own on what the call concerns. */
interface Further {
  readonly operations: RegExp
  readonly field: string
  readonly action: string
}

// As the pages of the operations say, in the API reference of each service.
const FURTHER: Readonly<Record<string, ReadonlyArray<Further>>> = {
  'cloudwatch-logs': [
    {
      operations: /^(?:FilterLogEvents|GetLogEvents|GetLogObject|GetLogRecord)$/,
      field: 'unmask',
      action: 'logs:Unmask',
    },
  ],
  'secrets-manager': [
    {
      operations: /^CreateSecret$/,
      field: 'AddReplicaRegions',
      action: 'secretsmanager:ReplicateSecretToRegions',
    },
  ],
  // https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
  sfn: [
    {
      operations: /^(?:Create|Update)StateMachine$/,
      field: 'publish',
      action: 'states:PublishStateMachineVersion',
    },
    { operations: /^TestState$/, field: 'revealSecrets', action: 'states:RevealSecrets' },
  ],
}

/** What a call needs beside its own action for the fields that it sets. */
export const furtherFields = (call: SdkCall, [first]: ReadonlyArray<Need>): ReadonlyArray<Need> => {
  if (first === undefined || !Object.hasOwn(FURTHER, call.client)) return []
  return (FURTHER[call.client] ?? [])
    .filter(({ operations, field }) => operations.test(call.operation) && given(call.input, field) === 'yes')
    .map(({ action }) => ({ action, on: first.on }))
}
