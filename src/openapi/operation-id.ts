import { freeName } from '../free-name.ts'
import { parsePath } from '../path.ts'
import type { Operation } from './operations.ts'

const capitalised = (text: string): string =>
  (text.match(/[A-Za-z0-9]+/g) ?? []).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')

/** `getCitiesByCity` for `GET /cities/:city`. */
const madeName = ({ method, route }: Operation): string => {
  const words = parsePath(route.path).map((each) =>
    each.kind === 'literal' ? capitalised(each.text) : `By${capitalised(each.name)}`,
  )
  return `${method}${words.join('') || 'Root'}`
}

/** What a route says itself, told apart by the method where it has several. */
const statedName = ({ method, route }: Operation): string | undefined => {
  const { operationId } = route.contract
  const isAlone = route.methods.length === 1 && !route.methods.includes('ANY')
  return operationId === undefined || isAlone ? operationId : `${method}${capitalised(operationId)}`
}

/**
 * The `operationId` of each operation: the one that its route states, or else one of method and path that is not taken.
 *
 * @param mistake told of a stated one that two routes have
 */
export const operationIds = (
  operations: ReadonlyArray<Operation>,
  mistake: (text: string) => void,
): ReadonlyMap<Operation, string> => {
  const ids = new Map<Operation, string>()
  const owners = new Map<string, Operation>()
  for (const each of operations) {
    const stated = statedName(each)
    if (stated === undefined) continue
    const owner = owners.get(stated)
    if (owner !== undefined)
      mistake(`${each.where}: operationId '${stated}' is ${owner.where}'s already: give one of them another`)
    owners.set(stated, each)
    ids.set(each, stated)
  }
  const taken = new Set(owners.keys())
  for (const each of operations) {
    if (ids.has(each)) continue
    const made = freeName(madeName(each), taken)
    taken.add(made)
    ids.set(each, made)
  }
  return ids
}
