import type { Known } from '../known.ts'
import { valuesOf } from './spelling.ts'

// How a resource is found for which calix has no rule of its own: by the format of its ARN. A variable of the format
// and the field of the input that has its value are mostly called the same: `{DeliveryStreamName}` and
// `DeliveryStreamName`, `{ClusterName}` and `cluster`, `{ResourceId}` of a `certificate` and `CertificateArn`.

/** A field of an input that has a value. */
export interface Field {
  readonly name: string
  readonly value: Known
}

const simple = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace('application', 'app')

const ENDING = /(?:name|identifier|id|arn)$/

const stem = (name: string): string => name.replace(ENDING, '')

const ENDINGS = ['', 'name', 'id', 'identifier', 'arn']

// These say nothing of what they name; the type of the resource does.
const UNTELLING = new Set(['resourceid', 'resourcename', 'name', 'id', 'uuid'])

/** The names that a field with a variable's value may have, simplified, the likeliest first. */
const candidates = (variable: string, type: string): ReadonlyArray<string> => {
  const ofVariable = simple(variable)
  const ofType = simple(type)
  const stems = UNTELLING.has(ofVariable) ? [ofType] : [stem(ofVariable), ofType]
  const all = stems.flatMap((each) => ENDINGS.map((ending) => each + ending))
  return [ofVariable, ...all, ...all.map((each) => `${each}s`), ...all.map((each) => `${each}list`)]
}

const fieldsOf = (input: Known): ReadonlyArray<Field> =>
  input.kind === 'record'
    ? [...input.fields]
        .map(([name, value]) => ({ name, value }))
        .filter(({ value }) => valuesOf(value).length > 0)
    : []

const named = (input: Known, names: ReadonlyArray<string>): Field | undefined => {
  const bySimple = new Map(fieldsOf(input).map((field) => [simple(field.name), field]))
  return names.map((name) => bySimple.get(name)).find((field) => field !== undefined)
}

/** The field that has the value of a variable in the format of a type's ARN. */
export const fieldOf = (input: Known, variable: string, type: string): Field | undefined =>
  named(input, candidates(variable, type)) ?? longerFieldOf(input, variable)

// `vectorBucketName` for `{BucketName}`, where there is no other that ends so.
const longerFieldOf = (input: Known, variable: string): Field | undefined => {
  const plain = simple(variable)
  if (UNTELLING.has(plain) || plain.length < 6) return undefined
  const [only, ...others] = fieldsOf(input).filter(({ name }) => simple(name).endsWith(plain))
  return others.length === 0 ? only : undefined
}

/** The field that takes the ARN of whatever resource. */
export const resourceField = (input: Known): Field | undefined =>
  named(input, ['resourcearn', 'arn', 'resourceid', 'resource'])

/** Whether a field takes ARNs by its name. */
export const isArnField = (name: string): boolean => /arns?$/i.test(name)

/**
 * The field whose name is the end of a variable's, `RuleName` for `{InsightRuleName}`: only where no other resource is in
 * question that it may be meant for.
 */
export const endingFieldOf = (input: Known, variable: string, type: string): Field | undefined => {
  const whole = [stem(simple(variable)), simple(type)]
  const ends = fieldsOf(input).filter(({ name }) => {
    const plain = simple(name).replace(/s$/, '')
    const piece = stem(plain)
    return ENDING.test(plain) && piece.length > 2 && whole.some((each) => each.endsWith(piece))
  })
  return ends.toSorted((a, b) => b.name.length - a.name.length)[0]
}

/** `Name` of an operation that is called after the type: of `DescribeConnection`, that of a connection. */
export const bareFieldOf = (input: Known, type: string, operation: string): Field | undefined =>
  simple(operation).includes(simple(type)) ? named(input, ['name', 'names', 'identifier', 'id']) : undefined
