import type { SdkCall } from '../sdk-call.ts'
import { given } from './input.ts'
import { iamAction } from './slice.ts'
import type { Need } from './target.ts'

// Who tags what he creates must be allowed to tag:
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html,
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html and the like of other services

const FIELDS = ['Tags', 'tags', 'UserPoolTags']

const CREATES = /^(?:Create|Put|Register)/

// What is not called TagResource, by IAM's prefix.
const ACTIONS: Readonly<Record<string, ReadonlyArray<string>>> = {
  firehose: ['TagDeliveryStream'],
  kinesis: ['AddTagsToStream', 'TagResource'],
  sqs: ['TagQueue'],
  ssm: ['AddTagsToResource'],
}

// The tags of a log group are those of its ARN without `:*`.
const tagged = (prefix: string, arn: string): string => (prefix === 'logs' ? arn.replace(/:\*$/, '') : arn)

/** The permission to tag what a call creates with tags. */
export const tagsAtCreation = (
  call: SdkCall,
  prefix: string,
  [created]: ReadonlyArray<Need>,
): ReadonlyArray<Need> => {
  const isTagged = FIELDS.some((name) => given(call.input, name) === 'yes')
  // Its own rules know what S3 asks for.
  if (!isTagged || created === undefined || !CREATES.test(call.operation) || prefix === 's3') return []
  return (ACTIONS[prefix] ?? ['TagResource'])
    .filter((name) => iamAction(prefix, name) !== undefined)
    .map((name) => ({
      action: `${prefix}:${name}`,
      on: { arns: created.on.arns.map((arn) => tagged(prefix, arn)), gaps: created.on.gaps },
    }))
}
