import type { Derivation, DerivedPermission, Place, Unresolved } from './derivation.ts'
import { type Placeholder, placeholdersOf } from './placeholder.ts'

/** What is known of a placeholder; `undefined` of one of which nothing is. */
export type Told = (placeholder: Placeholder) => string | undefined

const whyOf = (name: string, property: string): string =>
  `Resource.${name}.${property} is not known here, and * stands in its place: ` +
  `run the command in sst shell, which sets SST_RESOURCE_${name}.`

/** Properties of links that a resource names and of which nothing is told. */
const unknownIn = ({ resources }: DerivedPermission, told: Told): ReadonlyArray<string> =>
  resources.flatMap(placeholdersOf).flatMap((each) => {
    const isUnknown = each.kind === 'link' && told(each) === undefined
    return isUnknown ? [whyOf(each.name, each.property)] : []
  })

const placeOf = ({ chain }: DerivedPermission): ReadonlyArray<Place> => chain.slice(-1)

/** The links whose properties are in resources and of which nothing is told, each once where it is called for. */
export const unknownLinks = (derivation: Derivation, told: Told): ReadonlyArray<Unresolved> => {
  const found = new Map<
    string,
    { readonly place: Place; readonly why: string; readonly routes: Set<string> }
  >()
  const starting = new Set<string>()
  const note = (permission: DerivedPermission, route: string | undefined): void => {
    for (const { file, line } of placeOf(permission))
      for (const why of unknownIn(permission, told)) {
        const key = JSON.stringify([file, line, why])
        const known = found.get(key) ?? { place: { file, line }, why, routes: new Set() }
        found.set(key, known)
        if (route === undefined) starting.add(key)
        else known.routes.add(route)
      }
  }
  for (const permission of derivation.always) note(permission, undefined)
  for (const [name, needs] of [...derivation.routes, ...derivation.authorizers])
    for (const permission of needs) note(permission, name)
  return [...found].map(([key, { place, why, routes }]) => ({
    ...place,
    why,
    routes: starting.has(key) ? [] : [...routes],
  }))
}
