import type { Derivation, DerivedPermission, Needs } from './derivation.ts'
import { type Fill, fillResource } from './placeholder.ts'

/** A way to an action, and who takes it. */
interface Way {
  readonly from: string
  readonly permission: DerivedPermission
}

/** What calls what, and where the last of them is; a chain may begin with the route, where it is declared. */
const chainOf = ({ from, permission: { chain } }: Way): string => {
  const last = chain.at(-1)
  const place = last === undefined ? [] : [`${last.file}:${last.line}`]
  const steps = chain.map(({ what }) => what)
  return [...(steps[0] === from ? [] : [from]), ...steps, ...place].join(' → ')
}

const signature = ({ action, chain, resources }: DerivedPermission): string =>
  JSON.stringify([action, resources, chain])

const waysOf = (from: string, needs: Needs): ReadonlyArray<Way> =>
  needs.map((permission) => ({ from, permission }))

/** What runs at the start is in each route's needs as well: here it is said once. */
const allWays = ({ always, authorizers, routes }: Derivation): ReadonlyArray<Way> => {
  const starting = new Set(always.map(signature))
  return [
    ...waysOf('every call', always),
    ...[...routes, ...authorizers].flatMap(([name, needs]) =>
      waysOf(
        name,
        needs.filter((each) => !starting.has(signature(each))),
      ),
    ),
  ]
}

const inOrder = <A>(grouped: ReadonlyMap<string, A>): ReadonlyArray<readonly [string, A]> =>
  [...grouped].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))

/**
 * Why each action is needed, for a person: under the action its resources, and under these the ways there, route by
 * route.
 *
 * @param fill what stands in the place of region, account, partition and links
 */
export const explain = (derivation: Derivation, fill: Fill): string => {
  const resourcesOf = ({ permission }: Way): string =>
    [...new Set(permission.resources.map((each) => fillResource(each, fill)))]
      .sort()
      .map((each) => `  ${each}`)
      .join('\n')
  const byAction = Map.groupBy(allWays(derivation), ({ permission }) => permission.action)
  return inOrder(byAction)
    .map(([action, ways]) => {
      const sections = inOrder(Map.groupBy(ways, resourcesOf)).flatMap(([resources, alike]) => [
        resources,
        ...[...new Set(alike.map(chainOf))].map((each) => `    ${each}`),
      ])
      return [action, ...sections].join('\n')
    })
    .join('\n\n')
}
