import type { Service } from './by-data.ts'
import { at, given } from './input.ts'
import { spellings } from './spelling.ts'
import { arn, byField, type Find, type Naming, NONE, namedBy, together } from './target.ts'

// https://docs.aws.amazon.com/step-functions/latest/dg/concept-create-iam-advanced.html

const ofArn = (kind: string): Naming => ({
  isArn: true,
  arn: (name, place) => arn('states', place, `${kind}:${name}`),
})

const byName = byField('name', { arn: (name, place) => arn('states', place, `stateMachine:${name}`) })

/**
 * Of a version or an alias, IAM is asked for the state machine itself:
 * https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
 */
const unqualified = (of: string): string => of.replace(/(:stateMachine:(?:AWS::|[^:])+):[^:]+$/, '$1')

const byMachineArn = byField(
  ['stateMachineArn', 'stateMachineAliasArn', 'stateMachineVersionArn', 'resourceArn'],
  {
    isArn: true,
    arn: (name, place) => unqualified(arn('states', place, `stateMachine:${name}`)),
    ofArn: unqualified,
  },
)

const machine: Find = (call) =>
  byMachineArn(call) ?? (call.operation === 'CreateStateMachine' ? byName(call) : undefined)

/** An execution of a standard or of an express state machine, which its ARN tells apart. */
const execution =
  (kind: 'execution' | 'express'): Find =>
  (call) => {
    if (given(call.input, 'executionArn') !== 'yes') return undefined
    const wanted = spellings(at(call.input, 'executionArn')).filter(
      ({ text, isArn }) =>
        !isArn || text.startsWith('${') || text.includes(':express:') === (kind === 'express'),
    )
    return together(wanted.map((each) => namedBy(call, each, 'executionArn', ofArn(kind))))
  }

const mapRun = byField('mapRunArn', ofArn('mapRun'))

const activityByArn = byField('activityArn', ofArn('activity'))
const activityByName = byField('name', { arn: (name, place) => arn('states', place, `activity:${name}`) })

export const states: Service = {
  resources: {
    statemachine: (call) => machine(call) ?? (mapRun(call) && NONE),
    execution: execution('execution'),
    express: execution('express'),
    maprun: (call) => mapRun(call) ?? (machine(call) && NONE),
    activity: (call) => activityByArn(call) ?? activityByName(call),
  },
}
