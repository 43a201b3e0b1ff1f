import type { SdkCall } from '../sdk-call.ts'
import type { Service } from './by-data.ts'
import { at, given } from './input.ts'
import { type Spelling, spellings, UNSAID } from './spelling.ts'
import {
  arn,
  byFieldOrAny,
  type Find,
  gapsOf,
  type Naming,
  namedBy,
  OWN_ACCOUNT,
  type Rule,
  regionsOf,
  type Target,
  together,
} from './target.ts'

// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html

const URL =
  /^https?:\/\/(?:sqs(?:-fips)?\.([^/]+?)\.amazonaws\.com(?:\.cn)?|([^/.]+)\.queue\.amazonaws\.com|[^/]+)\/([^/]+)\/([^/]+)$/

const QUEUE: Naming = { arn: (name, place) => arn('sqs', place, name) }

/** The account in a queue's URL; where only a piece of it is known, any. */
const accountOf = (text: string): string => (/^\d{12}$/.test(text) || text.startsWith('${') ? text : '*')

/**
 * A queue's URL says its region, its account and its name. Of a link's URL the name is its last part, which deployment
 * takes when it fills the placeholder.
 */
const queueByUrl = (call: SdkCall, said: Spelling): Target => {
  // A base that nothing is known to follow is no queue.
  const spelling = /^https?:.*\/$/.test(said.text) ? { ...said, text: `${said.text}*` } : said
  const [, host, older, account, name] = URL.exec(spelling.text) ?? []
  if (account !== undefined && name !== undefined) {
    const region = host ?? older
    const regions = region === undefined ? regionsOf(call).map(({ text }) => text) : [region]
    return {
      arns: regions.map((each) => arn('sqs', { region: each, account: accountOf(account) }, name)),
      gaps:
        spelling.variables.length > 0 || name === '*'
          ? gapsOf(call, 'QueueUrl', { ...spelling, text: name })
          : [],
    }
  }
  // A base that only running decides, and a name: the base may be another account's.
  const [, base, last] = /^(.*)\/([^/]+)$/.exec(spelling.text) ?? []
  if (base !== undefined && last !== undefined && !spelling.isArn) {
    return {
      arns: regionsOf(call).map(({ text }) => arn('sqs', { region: text, account: '*' }, last)),
      gaps: gapsOf(call, 'QueueUrl', { ...spelling, text: base }),
    }
  }
  return namedBy(call, spelling, 'QueueUrl', QUEUE)
}

const owned = (call: SdkCall): ReadonlyArray<string> => {
  const owners = spellings(at(call.input, 'QueueOwnerAWSAccountId')).map(({ text }) => text)
  return owners.length === 0 ? [OWN_ACCOUNT] : owners
}

const queue: Find = (call) => {
  if (given(call.input, 'QueueUrl') === 'yes') {
    return together(spellings(at(call.input, 'QueueUrl')).map((each) => queueByUrl(call, each)))
  }
  if (given(call.input, 'QueueName') === 'yes') {
    return together(
      owned(call).flatMap((account) =>
        spellings(at(call.input, 'QueueName')).map((each) =>
          namedBy(call, each, 'QueueName', {
            arn: (name, { region }) => arn('sqs', { region, account }, name),
          }),
        ),
      ),
    )
  }
  return given(call.input, 'SourceArn') === 'yes'
    ? together(
        spellings(at(call.input, 'SourceArn')).map((each) =>
          namedBy(call, each, 'SourceArn', { ...QUEUE, isArn: true }),
        ),
      )
    : namedBy(call, UNSAID, 'QueueUrl', QUEUE)
}

const destination = byFieldOrAny('DestinationArn', { ...QUEUE, isArn: true })

export const sqsRules: Readonly<Record<string, Rule>> = {
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
  StartMessageMoveTask: (call) => {
    const source = queue(call) ?? together([])
    const reads = ['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes']
    return [
      ...reads.map((action) => ({ action: `sqs:${action}`, on: source })),
      { action: 'sqs:SendMessage', on: destination(call) },
    ]
  },
}

export const sqs: Service = {
  actions: {
    ChangeMessageVisibilityBatch: ['ChangeMessageVisibility'],
    DeleteMessageBatch: ['DeleteMessage'],
    SendMessageBatch: ['SendMessage'],
  },
  resources: { queue },
}
