import type { Site } from '../evaluate/env.ts'
import type { Machine } from '../evaluate/machine.ts'
import type { Exotic, Native } from '../evaluate/thing.ts'
import { exotic, nativeAt } from '../evaluate/things.ts'
import { ANYTHING, type Atom, type Value } from '../evaluate/value.ts'

/** The pages of a paginator, which are asked for as they are gone over. */
export interface Pages {
  readonly ask: (site: Site) => void
}

export const isPages = (atom: Atom): atom is Exotic & { readonly payload: Pages } =>
  atom.kind === 'thing' && atom.is === 'exotic' && atom.what === 'pages'

/** @param ask asks for a page, from wherever somebody wants one */
export const pages = (m: Machine, site: Site, tag: string, ask: Pages['ask']): Value => [
  m.make<Exotic>(site, `pages${tag}`, (key) => {
    const payload: Pages = { ask }
    const method = (name: string): Native =>
      nativeAt(`${key}.${name}`, `sdk.pages.${name}`, (_, __, at) => {
        ask(at)
        return name === 'next' ? ANYTHING : [self]
      })
    const self: Exotic = exotic(key, 'pages', payload, (name) =>
      name === undefined ? ANYTHING : [method(name)],
    )
    return self
  }),
]
