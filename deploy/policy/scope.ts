import type { Derivation, Needs } from './derivation.ts'

/** Everything that an app needs: its routes, its authorizers and what runs at the start. What is in several comes again. */
export const allNeeds = ({ always, authorizers, routes }: Derivation): Needs => [
  ...always,
  ...[...routes.values()].flat(),
  ...[...authorizers.values()].flat(),
]

/** What is said of one route alone, and of what runs whichever route is called. */
export const onlyRoute = (derivation: Derivation, route: string): Derivation => ({
  routes: new Map([[route, derivation.routes.get(route) ?? []]]),
  authorizers: new Map(),
  always: derivation.always,
  unresolved: derivation.unresolved.filter(({ routes }) => routes.length === 0 || routes.includes(route)),
})
