import type { Site } from '../evaluate/env.ts'
import type { Machine } from '../evaluate/machine.ts'
import { methodsOf } from '../evaluate/opaque.ts'
import { ANYTHING, type Atom, type Value } from '../evaluate/value.ts'
import type { RouteModel } from './model.ts'

/** What of a contract decodes a request or encodes an answer. */
const CODECS = ['params', 'query', 'headers', 'cookies', 'body', 'returns']

/** Codecs in codecs are looked for no deeper. */
const MOST_DEEP = 12

/** Whether a part of a request is what a codec makes of it, or may be. */
export const decodes = (m: Machine, { contract }: RouteModel, part: string, site: Site): boolean => {
  const all = m.read(contract)
  return m.get(all, part, site).some(({ kind }) => kind === 'thing' || kind === 'anything')
}

/** Runs the functions of codecs, which are the app's own where they refine or transform. */
export const runContract = (m: Machine, { contract }: RouteModel, site: Site): void => {
  const seen = new Set<string>()
  /** @param isHeld by what is not followed, which calls the functions that it holds */
  const run = (value: Value, depth: number, isHeld: boolean): void => {
    for (const atom of value) {
      if (atom.kind !== 'thing' || seen.has(atom.key) || depth > MOST_DEEP) continue
      seen.add(atom.key)
      switch (atom.is) {
        case 'function':
          if (!isHeld) m.call([atom], ANYTHING, { list: [], rest: ANYTHING }, site)
          break
        case 'opaque':
          m.force([atom], site)
          run(m.read(atom.callee), depth + 1, true)
          break
        case 'record':
          if (atom.class !== undefined)
            for (const [fn, self] of methodsOf(m, atom, atom.class))
              m.call([fn], self, { list: [], rest: ANYTHING }, site)
          run(m.read(atom.base), depth + 1, isHeld)
          break
        case 'array':
          break
        default:
          continue
      }
      m.look(atom)
      const isOpaque = isHeld || atom.is === 'opaque'
      for (const cell of atom.props.values()) run(m.read(cell), depth + 1, isOpaque)
      run(m.read(atom.others), depth + 1, isOpaque)
    }
  }
  const contracts = m.read(contract).filter((atom: Atom) => atom.kind === 'thing')
  for (const name of CODECS) run(m.get(contracts, name, site), 0, false)
}
