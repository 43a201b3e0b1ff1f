import type { Outline } from '../src/outline.ts'
import type { ResolvedFunction, ResolvedStage } from './config/resolve.ts'
import { API, functionName } from './place.ts'
import type { Derivation, Needs, Unresolved } from './policy/derivation.ts'

/** What of an app a function runs. */
export type Part =
  /** Every route. */
  | { readonly kind: 'routes' }
  /** One route, by each of its keys. */
  | { readonly kind: 'route'; readonly keys: ReadonlyArray<string> }
  /** What no route answers. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'authorizer'; readonly name: string }
  /** All that there is. */
  | { readonly kind: 'whole' }

/** What a function runs, as far as the deployment decides it. */
export const partOf = (outline: Outline, stage: ResolvedStage, { name, handler }: ResolvedFunction): Part => {
  if (name === API)
    return stage.functions === 'single'
      ? { kind: 'routes' }
      : // A handler of its own answers what it likes to.
        { kind: handler === undefined ? 'rest' : 'whole' }
  const route = outline.routes.find((each) => functionName(each) === name)
  return route === undefined
    ? { kind: 'authorizer', name }
    : { kind: 'route', keys: route.methods.map((method) => `${method} ${route.path}`) }
}

/** What a function's source needs. */
export interface PartNeeds {
  readonly needs: Needs
  readonly unresolved: ReadonlyArray<Unresolved>
  /** Routes and authorizers of the part that the source is not seen to have. */
  readonly unseen: ReadonlyArray<string>
}

/** What runs for a part: the names of its routes and authorizers. */
const namesOf = (part: Part, { routes, authorizers }: Derivation): ReadonlyArray<string> => {
  if (part.kind === 'route') return part.keys
  if (part.kind === 'authorizer') return [part.name]
  if (part.kind === 'rest') return []
  return part.kind === 'routes' ? [...routes.keys()] : [...routes.keys(), ...authorizers.keys()]
}

const unseenOf = (part: Part, { routes, authorizers }: Derivation, expected: ReadonlyArray<string>) => {
  if (part.kind === 'routes') return expected.filter((key) => !routes.has(key))
  if (part.kind === 'route') return part.keys.filter((key) => !routes.has(key))
  return part.kind === 'authorizer' && !authorizers.has(part.name) ? [part.name] : []
}

/**
 * What a part of an app needs. Of a route or an authorizer that the source is not seen to have, everything is taken: what
 * is missing would be refused in production, what is too much would not.
 *
 * @param expected the keys of the routes that the app is known to have
 */
export const needsOf = (part: Part, derivation: Derivation, expected: ReadonlyArray<string>): PartNeeds => {
  const { routes, authorizers, always } = derivation
  const unseen = unseenOf(part, derivation, expected)
  const taken: Part = unseen.length === 0 || part.kind === 'routes' ? part : { kind: 'whole' }
  const names = namesOf(taken, derivation)
  const isConcerned = (name: string): boolean =>
    names.includes(name) || (part.kind === 'routes' && !authorizers.has(name))
  return {
    needs: [...always, ...names.flatMap((name) => routes.get(name) ?? authorizers.get(name) ?? [])],
    unresolved: derivation.unresolved.filter(
      (each) => each.routes.length === 0 || each.routes.some(isConcerned),
    ),
    unseen,
  }
}
