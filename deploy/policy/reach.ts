import { relative } from 'node:path'
import { permissionsOf } from './actions/permissions.ts'
import type { Place, Step } from './derivation.ts'
import { type Activation, betterThan, type Edge, type Granted, type Sent } from './evaluate/activation.ts'
import { NAMELESS } from './evaluate/closure.ts'
import type { Needed } from './permission.ts'

/** Something needed, and the way there. */
export interface Reached {
  readonly action: string
  readonly resources: ReadonlyArray<string>
  readonly chain: ReadonlyArray<Step>
}

/** Something that is not decided. */
export interface Open extends Place {
  readonly why: string
}

/** What is reached from where calls start. */
export interface Reach {
  readonly needs: ReadonlyArray<Reached>
  readonly open: ReadonlyArray<Open>
}

/** A place on the way: an activation, what is granted there, and how it was come to. */
interface Stop {
  readonly at: Activation
  readonly granted: ReadonlyArray<Granted>
  readonly from: Stop | undefined
  /** The call that led here; none where calls start. */
  readonly edge: Edge | undefined
}

const needs = new WeakMap<Sent, Needed>()

const neededBy = (sent: Sent): Needed => {
  const known = needs.get(sent)
  if (known !== undefined) return known
  const found = permissionsOf(sent.call)
  needs.set(sent, found)
  return found
}

/** The calls on the way to a stop, those aside that no reader looks for. */
const chainTo = (stop: Stop, root: string, first: Step | undefined): ReadonlyArray<Step> => {
  const steps: Step[] = []
  for (let each: Stop | undefined = stop; each !== undefined; each = each.from)
    if (each.from !== undefined && each.edge !== undefined && isShown(each.edge.to))
      steps.unshift(stepOf(root, each.from.at, each.edge))
  return first === undefined ? steps : [first, ...steps]
}

const stepOf = (root: string, from: Activation, { at, to }: Edge): Step => ({
  ...placeIn(root, from, at),
  what: to.name,
})

/** A place in an activation's source, from a root. */
export const placeIn = (root: string, { source }: Activation, offset: number): Place =>
  source === undefined
    ? { file: '', line: 1 }
    : { file: pathFrom(root, source.file), line: source.lineOf(offset) }

/**
 * What can be reached by calls, the nearest first.
 *
 * @param isStart whether calls that are only made when somebody asks for them do not count: nobody does, at the start
 */
export const reach = (
  start: Activation,
  granted: ReadonlyArray<Granted>,
  root: string,
  isStart: boolean,
  first?: Step,
): Reach => {
  const found: Reached[] = []
  const open: Array<Open & { readonly at: number | undefined }> = []
  const sentAt = new Set<string>()
  const seen = new Map<Activation, Array<ReadonlyArray<Granted>>>()
  const queue: Stop[] = [{ at: start, granted, from: undefined, edge: undefined }]
  for (const each of granted) grant(found, each, first === undefined ? [] : [first], root)
  const later: Stop[] = []
  const next = (): Stop | undefined => {
    const first = queue.shift()
    if (first !== undefined) return first
    // Where nobody knew more, what is known counts.
    for (let each = later.shift(); each !== undefined; each = later.shift())
      if (!betterThan(each.at).some((better) => seen.has(better))) return each
    return undefined
  }
  for (let stop = next(); stop !== undefined; stop = next()) {
    const { at, granted: around } = stop
    const before = seen.get(at) ?? []
    if (before.some((each) => isSame(each, around))) continue
    seen.set(at, [...before, around])
    for (const sent of at.sent) {
      const { permissions, unresolved } = neededBy(sent)
      const place = placeIn(root, at, sent.at)
      sentAt.add(`${place.file}:${sent.at}`)
      const left = permissions.filter(({ action }) => !isGranted(around, action))
      const chain =
        left.length === 0 ? [] : [...chainTo(stop, root, first), { ...place, what: sent.call.operation }]
      for (const { action, resources } of left) found.push({ action, resources, chain })
      if (left.length > 0 || permissions.length === 0)
        for (const why of [...unresolved, ...sent.notes]) open.push({ ...place, why, at: undefined })
    }
    // What is said with grants(…) is said of what is not followed as well.
    if (around.length === 0)
      for (const { at: offset, why } of at.notes?.values() ?? [])
        open.push({ ...placeIn(root, at, offset), why, at: offset })
    for (const edge of at.edges?.values() ?? []) {
      if (isStart && edge.isLazy) continue
      const { granted: more } = edge.to
      if (more !== undefined)
        grant(found, more, [...chainTo(stop, root, first), stepOf(root, at, edge)], root)
      const to = betterThan(edge.to).length > 0 ? later : queue
      to.push({
        at: edge.to,
        granted: more === undefined ? around : [...around, more],
        from: stop,
        edge,
      })
    }
  }
  // A command that is not known in one call of a function, and is in another, is known.
  const left = open.filter(({ at, file }) => at === undefined || !sentAt.has(`${file}:${at}`))
  return { needs: found, open: left.map(({ file, line, why }) => ({ file, line, why })) }
}

/** A module is entered where it is imported, which is no call that a reader looks for. */
const isShown = (to: Activation): boolean => !to.key.startsWith('fields') && to.name !== NAMELESS

const isGranted = (around: ReadonlyArray<Granted>, action: string): boolean =>
  around.some(({ needs }) => Object.hasOwn(needs, action))

const isSame = (a: ReadonlyArray<Granted>, b: ReadonlyArray<Granted>): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index])

/** What `grants` says, with its own place as the last step. */
const grant = (
  found: Reached[],
  { needs: all, at }: Granted,
  chain: ReadonlyArray<Step>,
  root: string,
): void => {
  const step: Step = { file: pathFrom(root, at.file), line: at.line, what: 'grants' }
  const before = chain.filter(({ what }) => what !== 'grants')
  for (const [action, resources] of Object.entries(all))
    found.push({ action, resources, chain: [...before, step] })
}

/** A file as it is told: from the root, with `/`. */
export const pathFrom = (root: string, file: string): string => {
  const known = paths.get(file)
  if (known?.root === root) return known.path
  const path = relative(root, file).replaceAll('\\', '/')
  if (paths.size > MOST_PATHS) paths.clear()
  paths.set(file, { root, path })
  return path
}

/** Working out a path costs as much as all else that is told of a call. */
const paths = new Map<string, { readonly root: string; readonly path: string }>()

const MOST_PATHS = 10_000

/** One entry for each action on the same resources, with the shortest way there. */
export const merged = (all: ReadonlyArray<Reached>): ReadonlyArray<Reached> => {
  const entries = new Map<string, Reached>()
  for (const each of all) {
    const resources = [...new Set(each.resources)].sort()
    const key = `${each.action} ${resources.join(' ')}`
    const known = entries.get(key)
    if (known === undefined || each.chain.length < known.chain.length)
      entries.set(key, { ...each, resources })
  }
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
}
