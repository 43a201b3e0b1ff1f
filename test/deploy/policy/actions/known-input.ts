import { permissionsOf } from '../../../../deploy/policy/actions/permissions.ts'
import type { Hole, Known } from '../../../../deploy/policy/known.ts'
import type { Needed } from '../../../../deploy/policy/permission.ts'

// Inputs as a source says them: plain values, with holes where it says less.

/** What may stand in an input of a test. */
export type Said =
  | string
  | number
  | boolean
  | null
  | undefined
  | Hole
  | Known
  | ReadonlyArray<Said>
  | { readonly [name: string]: Said }

/** A part that only running decides. */
export const RUN: Hole = { kind: 'run-time' }

/** A variable of the environment whose value is not told. */
export const env = (name: string): Hole => ({ kind: 'environment', name })

/** `Resource.Photos.name` */
export const link = (name: string, property: string): Hole => ({ kind: 'link', name, property })

/** A text with holes. */
export const t = (literals: TemplateStringsArray, ...holes: ReadonlyArray<Hole>): Known => ({
  kind: 'text',
  parts: literals
    .flatMap((literal, index) => [literal, ...holes.slice(index, index + 1)])
    .filter((part) => part !== ''),
})

const isKnown = (said: object): said is Known =>
  'kind' in said && ['text', 'literal', 'record', 'list', 'choice', 'unknown'].includes(String(said.kind))

const isHole = (said: object): said is Hole =>
  'kind' in said && ['run-time', 'environment', 'link'].includes(String(said.kind))

const isList = (said: object): said is ReadonlyArray<Said> => Array.isArray(said)

/** A value of a test as the analyser hands it over. */
export const known = (said: Said): Known => {
  if (typeof said === 'string') return { kind: 'text', parts: said === '' ? [] : [said] }
  if (typeof said !== 'object' || said === null) return { kind: 'literal', value: said }
  if (isHole(said)) return { kind: 'text', parts: [said] }
  if (isKnown(said)) return said
  if (isList(said)) return { kind: 'list', items: said.map(known), isOpen: false }
  return {
    kind: 'record',
    fields: new Map(Object.entries(said).map(([name, value]) => [name, known(value)])),
    isOpen: false,
  }
}

/** One of several. */
export const either = (...all: ReadonlyArray<Said>): Known => ({ kind: 'choice', of: all.map(known) })

/** A record that may have other fields, as by a spread. */
export const open = (fields: { readonly [name: string]: Said }): Known => ({
  kind: 'record',
  fields: new Map(Object.entries(fields).map(([name, value]) => [name, known(value)])),
  isOpen: true,
})

/** A list that may have other items. */
export const openList = (...items: ReadonlyArray<Said>): Known => ({
  kind: 'list',
  items: items.map(known),
  isOpen: true,
})

/** An ARN of the function's own region and account. */
export const arn = (
  service: string,
  rest: string,
  region = `\${AWS::Region}`,
  account = `\${AWS::AccountId}`,
): string => `arn:\${AWS::Partition}:${service}:${region}:${account}:${rest}`

export const s3 = (rest: string): string => arn('s3', rest, '', '')

/** What a row of a table expects: resources by action, and a piece of each sentence. */
export interface Row {
  readonly call: string
  readonly input?: Said
  readonly region?: Said
  readonly needs: Readonly<Record<string, string | ReadonlyArray<string>>>
  readonly says?: ReadonlyArray<string>
}

/** What a call such as `s3 GetObject` needs; an input that is not given is not known. */
export const needed = (call: string, input?: Said, region?: Said): Needed => {
  const [client = '', operation = ''] = call.split(' ')
  return permissionsOf({
    client,
    operation,
    input: input === undefined ? { kind: 'unknown' } : known(input),
    region: region === undefined ? { kind: 'unknown' } : known(region),
  })
}

const sorted = (needs: Row['needs']): Readonly<Record<string, ReadonlyArray<string>>> =>
  Object.fromEntries(
    Object.entries(needs)
      .map(([action, on]): [string, ReadonlyArray<string>] => [action, [on].flat().sort()])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** A row as it is and as it should be, to be compared whole. */
export const compared = ({ call, input, region, needs, says = [] }: Row): { is: object; should: object } => {
  const { permissions, unresolved } = needed(call, input, region)
  const is = Object.fromEntries(permissions.map(({ action, resources }) => [action, [...resources]]))
  const pieces = unresolved.map((why) => says.find((piece) => why.includes(piece)) ?? why)
  return {
    is: { needs: sorted(is), says: [...pieces].sort() },
    should: { needs: sorted(needs), says: [...says].sort() },
  }
}

/** Rows with what they are called in the output. */
export const titled = (rows: ReadonlyArray<Row>): ReadonlyArray<[string, Row]> =>
  rows.map((row) => [
    `${row.call} ${JSON.stringify(row.input ?? '?', (_, value) => (value instanceof Map ? Object.fromEntries(value) : value))}`,
    row,
  ])
