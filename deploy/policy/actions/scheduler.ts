import type { Service } from './by-data.ts'
import { at, given } from './input.ts'
import { spellings } from './spelling.ts'
import { arn, byField, type Find, gapsOf, together } from './target.ts'

// https://docs.aws.amazon.com/scheduler/latest/UserGuide/security_iam_service-with-iam.html

/** A schedule in its group, which is `default` unless the input names another. */
const schedule: Find = (call) => {
  const isGiven = given(call.input, 'GroupName')
  const groups = spellings(at(call.input, 'GroupName'))
  const names = isGiven === 'no' ? ['default'] : isGiven === 'maybe' ? ['*'] : groups.map(({ text }) => text)
  const found = names.map((group) =>
    byField('Name', { arn: (name, place) => arn('scheduler', place, `schedule/${group}/${name}`) })(call),
  )
  const gaps = isGiven === 'yes' ? groups.flatMap((group) => gapsOf(call, 'GroupName', group)) : []
  const all = found.flatMap((target) => (target === undefined ? [] : [target]))
  return all.length === 0 ? undefined : together([...all, { arns: [], gaps }])
}

export const scheduler: Service = {
  resources: {
    schedule,
    'schedule-group': byField(['Name', 'ResourceArn'], {
      arn: (name, place) => arn('scheduler', place, `schedule-group/${name}`),
    }),
  },
}
