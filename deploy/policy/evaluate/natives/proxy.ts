import { type Args, argsOf, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Exotic } from '../thing.ts'
import { array, exotic } from '../things.ts'
import { type Atom, SOME_TEXT, textValue, union, type Value } from '../value.ts'

/** What a proxy stands before, and what answers in its place. */
interface Proxied {
  readonly target: Value
  readonly handler: Value
}

export const isProxy = (atom: Atom): atom is Exotic & { readonly payload: Proxied } =>
  atom.kind === 'thing' && atom.is === 'exotic' && atom.what === 'proxy'

/** Calls a proxy: by its `apply` where it has one, and what it stands before. */
export const callProxy = (
  m: Machine,
  { target, handler }: Proxied,
  self: Value,
  args: Args,
  site: Site,
): Value => {
  const trap = m.get(handler, 'apply', site).filter(({ kind }) => kind === 'thing')
  const given = array(m, site, 'arguments', args.list, args.rest)
  return union(m.call(trap, handler, argsOf(target, self, [given]), site), m.call(target, self, args, site))
}

/** `new Proxy(…)`: what its `get` answers where it has one, beside what the target has. */
export const proxy = (m: Machine, target: Value, handler: Value, site: Site): Value => [
  m.make(site, 'proxy', (key) => {
    const self = exotic(key, 'proxy', { target, handler }, (name, at) => {
      const got = m.get(handler, 'get', at).filter((atom) => atom.kind === 'thing')
      const answered = m.call(
        got,
        handler,
        argsOf(target, name === undefined ? SOME_TEXT : textValue(name), [self]),
        at,
      )
      return union(answered, m.get(target, name, at))
    })
    return self
  }),
]
