import { isDeepStrictEqual } from 'node:util'
import type { Registration } from '../registration.ts'
import { kept, type StateResource } from './state.ts'

export type Operation = 'same' | 'create' | 'update' | 'replace' | 'delete' | 'read'

/** What is done to one resource. */
export interface Step {
  readonly op: Operation
  readonly old?: StateResource
  readonly new?: StateResource
  /** The inputs that differ. */
  readonly diffs: ReadonlyArray<string>
}

// A change that is to be ignored never reaches the resource: it keeps the input that it had.
const unignored = (registration: Registration, old: StateResource): Readonly<Record<string, unknown>> => {
  const inputs: Record<string, unknown> = { ...registration.inputs }
  for (const key of registration.ignoreChanges) {
    if (key in old.inputs) inputs[key] = old.inputs[key]
  }
  return inputs
}

const stepFor = (registration: Registration, old: StateResource | undefined): Step => {
  const fresh = kept(registration)
  if (registration.external) return { op: 'read', new: fresh, diffs: [] }
  if (old === undefined) return { op: 'create', new: fresh, diffs: [] }
  const inputs = unignored(registration, old)
  const keys = new Set([...Object.keys(inputs), ...Object.keys(old.inputs)])
  const diffs = [...keys].filter((key) => !isDeepStrictEqual(inputs[key], old.inputs[key]))
  if (diffs.length === 0) return { op: 'same', old, new: { ...fresh, inputs }, diffs }
  return { op: old.id === fresh.id ? 'update' : 'replace', old, new: { ...fresh, inputs }, diffs }
}

/** What brings the state to what the program registered: children are deleted before their parents. */
export const steps = (
  before: ReadonlyArray<StateResource>,
  after: ReadonlyArray<Registration>,
): ReadonlyArray<Step> => {
  const old = new Map(before.map((resource) => [resource.urn, resource]))
  const wanted = new Set(after.map(({ urn }) => urn))
  const gone = before.filter(({ urn, external }) => !wanted.has(urn) && external !== true)
  return [
    ...after.map((registration) => stepFor(registration, old.get(registration.urn))),
    ...gone.reverse().map((resource): Step => ({ op: 'delete', old: resource, diffs: [] })),
  ]
}

/** How many resources meet each operation, as the engine sums up. */
export const changesOf = (done: ReadonlyArray<Step>): Readonly<Partial<Record<Operation, number>>> => {
  const changes: Partial<Record<Operation, number>> = {}
  for (const { op } of done) {
    if (op !== 'read') changes[op] = (changes[op] ?? 0) + 1
  }
  return changes
}
