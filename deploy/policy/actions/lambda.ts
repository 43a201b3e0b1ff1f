import type { SdkCall } from '../sdk-call.ts'
import type { Service } from './by-data.ts'
import { at, given, mayBeAbsent } from './input.ts'
import { type Spelling, spellings } from './spelling.ts'
import {
  arn,
  byField,
  byFieldOrAny,
  type Find,
  type Naming,
  NONE,
  type Rule,
  type Target,
  together,
} from './target.ts'

// https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html

// A name, `name:alias`, `123456789012:function:name`: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
const FUNCTION: Naming = {
  arn: (name, { region, account }) => {
    const [, owner, own] = /^(\d{12}):function:(.+)$/.exec(name) ?? []
    return arn('lambda', { region, account: owner ?? account }, `function:${own ?? name}`)
  },
}

const functionIn = byFieldOrAny(['FunctionName', 'FunctionArn'], FUNCTION)

const isQualified = (of: string): boolean => (of.split(':function:')[1] ?? '').includes(':')

const qualified = (functions: Target, qualifier: Spelling): Target => ({
  arns: functions.arns.map((each) =>
    isQualified(each) ? each : `${each}:${qualifier.text === '' ? '*' : qualifier.text}`,
  ),
  gaps: [
    ...functions.gaps,
    ...qualifier.variables.map(
      (name) =>
        `process.env.${name} is not known: it decides the Qualifier, and * stands for it. Tell its value.`,
    ),
  ],
})

/**
 * A version or an alias that a call names is a resource of its own, and the function without it is not asked for:
 * https://docs.aws.amazon.com/lambda/latest/dg/versioning-aliases-permissions.html
 */
const invoked = (call: SdkCall): Target => {
  const functions = functionIn(call)
  const qualifiers = spellings(at(call.input, 'Qualifier'))
  if (given(call.input, 'Qualifier') !== 'yes' || qualifiers.length === 0) return functions
  return together([
    ...(mayBeAbsent(call.input, 'Qualifier') ? [functions] : []),
    ...qualifiers.map((each) => qualified(functions, each)),
  ])
}

// Of other operations the reference does not say which of the two IAM looks at.
const administered: Find = (call) => {
  if (given(call.input, 'FunctionName') !== 'yes') return undefined
  return together([functionIn(call), invoked(call)])
}

const invoke: Rule = (call) => [{ action: 'lambda:InvokeFunction', on: invoked(call) }]

const layer = byField('LayerName', { arn: (name, place) => arn('lambda', place, `layer:${name}`) })

const layerVersion: Find = (call) => {
  const found =
    byField(['Arn'], { isArn: true, arn: (_, place) => arn('lambda', place, 'layer:*:*') })(call) ??
    layer(call)
  const versions = spellings(at(call.input, 'VersionNumber'))
  return found === undefined
    ? undefined
    : together(
        (versions.length === 0 ? ['*'] : versions.map(({ text }) => text)).map((version) => ({
          arns: found.arns.map((each) => (/:layer:[^:]+:[^:]+$/.test(each) ? each : `${each}:${version}`)),
          gaps: found.gaps,
        })),
      )
}

export const lambdaRules: Readonly<Record<string, Rule>> = {
  Invoke: invoke,
  // The reference has an action of that name as well, and the page of the operation says neither.
  InvokeAsync: (call) => [...invoke(call), { action: 'lambda:InvokeAsync', on: invoked(call) }],
  InvokeWithResponseStream: invoke,
}

export const lambda: Service = {
  actions: { GetLayerVersionByArn: ['GetLayerVersion'] },
  resources: {
    function: administered,
    'function alias': (call) => (given(call.input, 'Qualifier') === 'yes' ? invoked(call) : undefined),
    'function version': () => NONE,
    layer,
    layerVersion,
  },
}
