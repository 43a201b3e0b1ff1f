import type { Service } from './by-data.ts'
import { at, given } from './input.ts'
import { spellings } from './spelling.ts'
import { arn, byField, byFieldOrAny, type Find, gapsOf, type Rule } from './target.ts'

// https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html

const topic = byFieldOrAny('topic', { arn: (name, place) => arn('iot', place, `topic/${name}`) })

const publish: Rule = (call) => {
  const on = topic(call)
  const retain = at(call.input, 'retain')
  const isRetained =
    given(call.input, 'retain') === 'yes' && !(retain.kind === 'literal' && retain.value === false)
  return ['iot:Publish', ...(isRetained ? ['iot:RetainPublish'] : [])].map((action) => ({ action, on }))
}

const thing: Find = (call) => {
  const found = byField('thingName', { arn: (name, place) => arn('iot', place, `thing/${name}`) })(call)
  // A shadow with a name is a resource below its thing.
  if (found === undefined || given(call.input, 'shadowName') !== 'yes') return found
  const shadows = spellings(at(call.input, 'shadowName'))
  return {
    arns: found.arns.flatMap((each) => shadows.map(({ text }) => `${each}/${text}`)),
    gaps: [...found.gaps, ...shadows.flatMap((shadow) => gapsOf(call, 'shadowName', shadow))],
  }
}

export const iotDataRules: Readonly<Record<string, Rule>> = { Publish: publish }

export const iotData: Service = { resources: { thing } }
