import { assertOptions } from './options.ts'
import { type AnyRoutes, routesOf } from './routes.ts'

/**
 * What all routes of a group have in common in their documentation.
 *
 * @since 0.1.0
 */
export interface Documented {
  /** What they belong to, after the tags of their own. */
  readonly tags?: ReadonlyArray<string>
  /** Whether callers should do without them; a route's own `deprecated` goes before. */
  readonly deprecated?: boolean
  /** What they do, as CommonMark, where they do not say so themselves. */
  readonly description?: string
}

/**
 * Says of each route of a group what belongs into its documentation. The innermost counts, as with `authorize`.
 *
 * @throws TypeError when an option is unknown.
 * @since 0.1.0
 * @example
 * pipe(routes(listCities, stateOfCity), documented({ tags: ['cities'] }))
 */
export const documented = (options: Documented): (<Self extends AnyRoutes>(self: Self) => Self) => {
  assertOptions('documented(…)', options, ['tags', 'deprecated', 'description'])
  const { tags = [], ...others } = options
  return <Self extends AnyRoutes>(self: Self) =>
    // What is documented keeps its type: documentation changes nothing of what routes do.
    routesOf(
      self.list.map((each) => ({
        ...each,
        contract: Object.freeze({
          ...others,
          ...each.contract,
          ...(tags.length === 0
            ? {}
            : { tags: Object.freeze([...new Set([...(each.contract.tags ?? []), ...tags])]) }),
        }),
      })),
    ) as Self
}
