import { argsOf, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import { exotic } from '../things.ts'
import { SOME_TEXT, textValue, union, type Value } from '../value.ts'

/** `new Proxy(…)`: what its `get` answers where it has one, beside what the target has. */
export const proxy = (m: Machine, target: Value, handler: Value, site: Site): Value => [
  m.make(site, 'proxy', (key) => {
    const self = exotic(key, 'proxy', {}, (name, at) => {
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
