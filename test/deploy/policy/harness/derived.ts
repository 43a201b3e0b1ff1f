import type { Derivation, Needs } from '../../../../deploy/policy/derivation.ts'
import type { Permission } from '../../../../deploy/policy/permission.ts'
import { fillResource } from '../../../../deploy/policy/placeholder.ts'

type Links = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Where an app is deployed. */
export interface Where {
  readonly region: string
  readonly account: string
}

/** Anywhere: what a policy says that is printed for no place in particular. */
const ANYWHERE: Where = { region: '*', account: '*' }

/** An ARN with what only a deployment knows: where it is, and the properties of the links. */
const filled = (resource: string, links: Links, where: Where): string =>
  fillResource(resource, (placeholder) => {
    if (placeholder.kind === 'partition') return 'aws'
    if (placeholder.kind === 'link') return links[placeholder.name]?.[placeholder.property] ?? '*'
    return where[placeholder.kind]
  })

/** The actions of some permissions, sorted, each once. */
export const actionsOf = (permissions: ReadonlyArray<Permission>): ReadonlyArray<string> =>
  [...new Set(permissions.map(({ action }) => action))].sort()

/** The ARNs of each action, sorted, each once. */
export const resourcesOf = (
  permissions: ReadonlyArray<Permission>,
  links: Links = {},
  where: Where = ANYWHERE,
): Readonly<Record<string, ReadonlyArray<string>>> => {
  const found = Map.groupBy(permissions, ({ action }) => action)
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    sorted.map(([action, of]) => {
      const arns = of.flatMap(({ resources }) => resources.map((each) => filled(each, links, where)))
      return [action, [...new Set(arns)].sort()]
    }),
  )
}

/** What the whole app needs. */
export const all = ({ always, authorizers, routes }: Derivation): Needs => [
  ...always,
  ...[...routes.values()].flat(),
  ...[...authorizers.values()].flat(),
]

/** Whether a resource of a policy, in which `*` is any text and `?` any character, covers an ARN. */
export const covers = (resource: string, arn: string): boolean => {
  const source = resource.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${source.replaceAll('?', '.')}$`, 's').test(arn)
}
