import type { DerivedFunction } from './derived-function.ts'
import { grantedActions, linkOf, withoutGrants } from './link.ts'
import { servicesByLink } from './link-use.ts'
import { allNeeds } from './policy/scope.ts'

/** Whether functions are allowed what SST grants along with a link. @since 0.1.0 */
export type LinkPermissions = (typeof LINK_PERMISSIONS)[number]
export const LINK_PERMISSIONS = ['auto', 'always', 'never'] as const

/** Whether nothing of what a function needs is in doubt. */
const isDecided = ({ unresolved, unseen }: DerivedFunction): boolean =>
  unresolved.length === 0 && unseen.length === 0

/** The services that sources are seen to call with each link, whichever function does. */
const seenServices = (functions: ReadonlyArray<DerivedFunction>): ReadonlyMap<string, ReadonlySet<string>> =>
  servicesByLink([...new Set(functions.map(({ derivation }) => derivation))].flatMap(allNeeds))

/**
 * What a function is linked to, each with what it is to be allowed of it. `auto` takes away what SST grants along with a
 * link where that is known to be more than is needed: nothing of the function is in doubt, and somewhere the source is
 * seen to call the very service with the link. A link that is never seen in use may be used by what is not seen.
 *
 * @param functions all whose policy is derived
 */
export const linksFor = (
  mode: LinkPermissions,
  components: ReadonlyArray<object>,
  functions: ReadonlyArray<DerivedFunction>,
): ((name: string) => ReadonlyArray<object>) => {
  if (mode === 'always') return () => components
  if (mode === 'never') {
    const narrow = components.map((each) => withoutGrants(each))
    return () => narrow
  }
  const seen = seenServices(functions)
  const decided = new Set(functions.filter(isDecided).map(({ options }) => options.name))
  const narrow = components.map((each) =>
    withoutGrants(each, seen.get(linkOf(each)?.name ?? '') ?? new Set<string>()),
  )
  return (name) => (decided.has(name) ? narrow : components)
}

/** Functions that keep what SST grants along with links since something of theirs is in doubt. */
export const undecided = (functions: ReadonlyArray<DerivedFunction>): ReadonlyArray<string> =>
  functions.filter((each) => !isDecided(each)).map(({ options }) => options.name)

/** The names of links that grant something, and that no source is seen to use. */
export const unusedLinks = (
  components: ReadonlyArray<object>,
  functions: ReadonlyArray<DerivedFunction>,
): ReadonlyArray<string> => {
  const seen = seenServices(functions)
  return components.flatMap((each) => {
    const link = linkOf(each)
    return link?.name === undefined || grantedActions(link).length === 0 || seen.has(link.name)
      ? []
      : [link.name]
  })
}
