import type { Derivation, Needs, Place, Unresolved } from './derivation.ts'
import { resourcesByAction } from './document.ts'
import type { Fill } from './placeholder.ts'
import { allNeeds } from './scope.ts'

/** What an app needs of IAM, as data: what `calix policy --json` prints. */
export interface Summary {
  readonly actions: ReadonlyArray<string>
  /** ARNs by action. */
  readonly resources: Readonly<Record<string, ReadonlyArray<string>>>
  /** Actions by `PUT /objects/:key`; none for a route that needs nothing. */
  readonly routes: Readonly<Record<string, ReadonlyArray<string>>>
  /** Actions by an authorizer's name; absent in an app that has none. */
  readonly authorizers?: Readonly<Record<string, ReadonlyArray<string>>>
  readonly unresolved: ReadonlyArray<Place & Pick<Unresolved, 'why'>>
}

const actionsOf = (needs: Needs): ReadonlyArray<string> =>
  [...new Set(needs.map(({ action }) => action))].sort()

const actionsByName = (needs: ReadonlyMap<string, Needs>): Readonly<Record<string, ReadonlyArray<string>>> =>
  Object.fromEntries([...needs].map(([name, each]) => [name, actionsOf(each)]))

/** The order in which one reads: file, then line. */
export const byPlace = (a: Place, b: Place): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line

/**
 * A derivation as data, in an order that depends on the source alone.
 *
 * @param fill what stands in the place of region, account, partition and links
 */
export const summaryOf = (derivation: Derivation, fill: Fill): Summary => {
  const needs = allNeeds(derivation)
  return {
    actions: actionsOf(needs),
    resources: Object.fromEntries(resourcesByAction(needs, fill)),
    routes: actionsByName(derivation.routes),
    ...(derivation.authorizers.size === 0 ? {} : { authorizers: actionsByName(derivation.authorizers) }),
    unresolved: derivation.unresolved.toSorted(byPlace).map(({ file, line, why }) => ({ file, line, why })),
  }
}
