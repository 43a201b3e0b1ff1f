import type { Mistake } from './config/mistake.ts'
import { named } from './config/mistake.ts'
import { type Link, propertyOf, serviceOf } from './link.ts'
import type { DerivedPermission, Needs } from './policy/derivation.ts'
import { type Placeholder, placeholdersOf } from './policy/placeholder.ts'

type LinkPlaceholder = Extract<Placeholder, { readonly kind: 'link' }>

/** What SST links by itself: https://sst.dev/docs/reference/sdk */
const app = (): Link => ({ name: 'App', properties: { name: $app.name, stage: $app.stage }, include: [] })

const linksOf = ({ resources }: DerivedPermission): ReadonlyArray<LinkPlaceholder> =>
  resources.flatMap(placeholdersOf).filter((each) => each.kind === 'link')

/** The link of a name. */
export const linkNamed = (links: ReadonlyArray<Link>, name: string): Link | undefined =>
  [app(), ...links].find((each) => each.name === name)

/** By link: the services that the source is seen to call with it. */
export const servicesByLink = (needs: Needs): ReadonlyMap<string, ReadonlySet<string>> => {
  const uses = needs.flatMap((each) =>
    linksOf(each).map(({ name }) => ({ name, service: serviceOf(each.action) })),
  )
  return new Map(
    [...Map.groupBy(uses, ({ name }) => name)].map(([name, all]) => [
      name,
      new Set(all.map(({ service }) => service)),
    ]),
  )
}

const wrongWith = (links: ReadonlyArray<Link>, { name, property }: LinkPlaceholder): string | undefined => {
  const link = linkNamed(links, name)
  if (link === undefined)
    return `nothing that is called ${named(name)} is linked: deploy(app, handler, configuration, { link: [it] })`
  if (propertyOf(link, property) !== undefined) return undefined
  const known = Object.keys(link.properties).map(named).join(', ') || 'none'
  return `the link ${named(name)} has no property ${named(property)}; it has ${known}`
}

/** Properties of links that the source reads and that there are not, a line each, with the place. */
export const linkMistakes = (needs: Needs, links: ReadonlyArray<Link>): ReadonlyArray<Mistake> => {
  const found = needs.flatMap((need) =>
    linksOf(need).flatMap((placeholder) => {
      const wrong = wrongWith(links, placeholder)
      const at = need.chain.at(-1)
      const place = at === undefined ? '' : ` at ${at.file}:${at.line}`
      const path = `Resource.${placeholder.name}.${placeholder.property}`
      return wrong === undefined ? [] : [{ path, message: `${need.action}${place} needs it, and ${wrong}` }]
    }),
  )
  return [...new Map(found.map((each) => [each.path, each])).values()]
}
