import type { FunctionBuild } from './builds.ts'
import type { Registration } from './registration.ts'

/** Whatever has resources: a plan, or what a deployment left. */
export interface Planned {
  readonly resources: ReadonlyArray<Registration>
  readonly builds?: ReadonlyArray<FunctionBuild>
}

export type Values = Readonly<Record<string, unknown>>

/** The record at a key, or an empty one. */
export const record = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {}

/** The strings of a list, or none. */
export const strings = (value: unknown): ReadonlyArray<string> =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

/** The text at a key, or undefined. */
export const string = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The resources of a type: `aws:lambda/function:Function`, or its end alone, `lambda/function:Function`. */
export const byType = ({ resources }: Planned, type: string): ReadonlyArray<Registration> =>
  resources.filter((resource) => resource.type === type || resource.type.endsWith(`:${type}`))

/** The resource of this logical name. @throws Error that lists the names there are */
export const byName = ({ resources }: Planned, name: string): Registration => {
  const found = resources.filter((resource) => resource.name === name)
  if (found.length === 1 && found[0] !== undefined) return found[0]
  const names = resources.map((resource) => `${resource.name} (${resource.type})`)
  throw new Error(`${found.length} resources are named '${name}', not one. There are:\n${names.join('\n')}`)
}

/** How many resources there are of each type, in alphabetical order: the shortest summary of a plan. */
export const countsOf = ({ resources }: Planned): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { type } of resources) counts[type] = (counts[type] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
}
