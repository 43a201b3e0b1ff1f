import { type Args, argsOf, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Exotic } from '../thing.ts'
import { array, exotic } from '../things.ts'
import { ANYTHING, type Atom, SOME_TEXT, textValue, union, type Value } from '../value.ts'
import { capturing } from './function.ts'

/** What a handler may have, beside `get`. */
type Trap = 'apply' | 'construct' | 'set' | 'has' | 'deleteProperty' | 'ownKeys' | 'defineProperty'

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
  const given = array(m, site, 'arguments', args.list, args.rest)
  const answered = askTrap(m, { target, handler }, 'apply', [self, [given]], site)
  return union(answered, m.call(target, self, args, site))
}

/** Calls what a proxy's handler has for something that is done to the proxy, if it has that. */
export const askTrap = (
  m: Machine,
  { target, handler }: Proxied,
  trap: Trap,
  given: ReadonlyArray<Value>,
  site: Site,
): Value => {
  const found = m.get(handler, trap, site).filter(({ kind }) => kind === 'thing' || kind === 'anything')
  return m.call(found, handler, argsOf(target, ...given), site)
}

/** `new` of a proxy: what its `construct` makes, or what it stands before. */
export const constructProxy = (m: Machine, proxied: Proxied, args: Args, site: Site): Value => {
  const given = array(m, site, 'arguments', args.list, args.rest)
  const made = askTrap(m, proxied, 'construct', [[given], proxied.target], site)
  return union(made, m.construct(proxied.target, args, site))
}

/** Writes a property of a proxy: by its `set`, and to what it stands before. */
export const setOnProxy = (
  m: Machine,
  atom: Exotic & { readonly payload: Proxied },
  key: string | undefined,
  value: Value,
  site: Site,
): void => {
  const name = key === undefined ? SOME_TEXT : textValue(key)
  askTrap(m, atom.payload, 'set', [name, value, [atom]], site)
  askTrap(m, atom.payload, 'defineProperty', [name, ANYTHING], site)
  m.set(atom.payload.target, key, value, site)
}

/** `new Proxy(…)`: what its `get` answers where it has one, beside what the target has. */
export const proxy = (m: Machine, target: Value, handler: Value, site: Site): Value => [
  m.make(site, `proxy${capturing(target, handler)}`, (key) => {
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
