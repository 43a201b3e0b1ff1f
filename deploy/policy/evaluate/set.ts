import { memberOf } from './class.ts'
import { argsOf } from './env.ts'
import type { Machine } from './machine.ts'
import { isProxy, setOnProxy } from './natives/proxy.ts'
import { cellAt } from './things.ts'

/** Writes properties. */
export const setter =
  (m: Machine): Machine['set'] =>
  (target, key, value, site) => {
    for (const atom of target) {
      if (atom.kind !== 'thing') continue
      if (isProxy(atom)) {
        setOnProxy(m, atom, key, value, site)
        continue
      }
      if (key === undefined) {
        if (atom.is === 'record') atom.isKeyed = true
        m.write(atom.others, value)
        continue
      }
      if (atom.is === 'opaque') {
        m.write(
          atom.others,
          value.filter((each) => each.kind === 'thing' && each !== atom),
        )
        continue
      }
      if (atom.is === 'record') {
        const accessor = atom.props.get(`set ${key}`)
        if (accessor !== undefined) m.call(m.read(accessor), [atom], argsOf(value), site)
        if (atom.class !== undefined) {
          const own = memberOf(m, atom.class, key, 'setters')
          if (own.length > 0) {
            m.call(own, [atom], argsOf(value), site)
            continue
          }
        }
      }
      m.write(cellAt(atom, key), value)
    }
  }
