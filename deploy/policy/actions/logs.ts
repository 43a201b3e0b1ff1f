import type { Service } from './by-data.ts'
import { at, given } from './input.ts'
import { collapsed, spellings } from './spelling.ts'
import { arn, byField, type Find, gapsOf, type Naming, together } from './target.ts'

// The resource of a group's operations ends in `:*`, those on tags excepted:
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html

const ending = (group: string): string => (group.endsWith(':*') ? group : collapsed(`${group}:*`))

const GROUP: Naming = { arn: (name, place) => ending(arn('logs', place, `log-group:${name}`)), ofArn: ending }
const BARE: Naming = {
  arn: (name, place) => arn('logs', place, `log-group:${name}`),
  ofArn: (group) => group.replace(/:\*$/, ''),
}

const FIELDS = [
  'logGroupIdentifier',
  'logGroupName',
  'logGroupIdentifiers',
  'logGroupNames',
  'logGroupArn',
  'resourceIdentifier',
  'logGroupArnList',
]

const TAGS = /^(?:Tag|Untag|ListTags)/

const group: Find = (call) =>
  TAGS.test(call.operation) ? byField(['resourceArn', ...FIELDS], BARE)(call) : byField(FIELDS, GROUP)(call)

const stream: Find = (call) => {
  const groups = byField(FIELDS, BARE)(call)
  if (groups === undefined) return undefined
  const streams =
    given(call.input, 'logStreamName') === 'yes' ? spellings(at(call.input, 'logStreamName')) : []
  // A stream's name mostly has the date or the instance in it: inside a group that is known it is no gap.
  return together(
    (streams.length === 0 ? ['*'] : streams.map(({ text }) => text)).map((name, index) => ({
      arns: groups.arns.map((each) => `${each}:log-stream:${name === '' ? '*' : name}`),
      gaps: [
        ...groups.gaps,
        ...streams
          .slice(index, index + 1)
          .flatMap((each) => (each.variables.length > 0 ? gapsOf(call, 'logStreamName', each) : [])),
      ],
    })),
  )
}

export const logs: Service = {
  resources: { 'log-group': group, 'log-stream': stream },
  newer: { GetLogObject: ['log-group'] },
}
