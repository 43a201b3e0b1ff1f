import { isPages } from '../sdk/pages.ts'
import { argsOf, type Site } from './env.ts'
import type { Iterated, Machine } from './machine.ts'
import { ENTRY } from './natives/collection.ts'
import type { Plain } from './thing.ts'
import { array } from './things.ts'
import { ANYTHING, literalText, NOTHING, SOME_TEXT, textValue, unionOf, type Value } from './value.ts'

/** Longer texts are not taken apart. */
const MOST_CHARACTERS = 256

/** All elements as one value. */
export const everyElement = ({ each, others }: Iterated): Value => unionOf([...each, others])

/** What a `for … of` goes over. */
export const iterator =
  (m: Machine): Machine['iterate'] =>
  (target, site) => {
    const all = target.map((atom): Iterated => {
      if (atom.kind === 'text') {
        const text = literalText(atom)
        const isShort = text !== undefined && text.length <= MOST_CHARACTERS
        return isShort ? { each: [...text].map(textValue), others: NOTHING } : { each: [], others: SOME_TEXT }
      }
      if (atom.kind === 'anything') return { each: [], others: ANYTHING }
      if (atom.kind !== 'thing') return { each: [], others: NOTHING }
      if (atom.is === 'array' || atom.is === 'set') {
        m.look(atom)
        const each: Value[] = []
        for (const [name, cell] of atom.props) if (/^\d+$/.test(name)) each[Number(name)] = m.read(cell)
        const known = Array.from(each, (value) => value ?? NOTHING).filter((value) => value.length > 0)
        return { each: known, others: m.read(atom.others) }
      }
      if (atom.is === 'map') return ofMap(m, atom, site)
      if (atom.is === 'iterator') return { each: [], others: m.read(atom.others) }
      if (atom.is === 'record') {
        const made = m.call(
          unionOf(['@@iterator', '@@asyncIterator'].map((name) => m.get([atom], name, site))),
          [atom],
          argsOf(),
          site,
        )
        const given = made.filter((each) => each.kind !== 'thing' || each !== atom)
        const own = m.call(m.get([atom], 'next', site), [atom], argsOf(), site)
        const next = own.length === 0 ? NOTHING : m.get(own, 'value', site)
        const { each, others } = given.length === 0 ? { each: [], others: NOTHING } : m.iterate(given, site)
        return { each, others: unionOf([others, next]) }
      }
      if (isPages(atom)) atom.payload.ask(site)
      return { each: [], others: atom.is === 'opaque' ? [atom] : ANYTHING }
    })
    const [first] = all
    if (all.length === 1 && first !== undefined) return first
    return { each: [], others: unionOf(all.map(everyElement)) }
  }

const ofMap = (m: Machine, thing: Plain, site: Site): Iterated => {
  m.look(thing)
  const others = m.read(thing.others)
  const pairs = [...thing.props]
    .filter(([name, cell]) => name.startsWith(ENTRY) && m.read(cell).length > 0)
    .map(
      ([name, cell], index): Value => [
        array(m, site, `entry${index}`, [textValue(name.slice(ENTRY.length)), m.read(cell)]),
      ],
    )
  const other: Value = others.length === 0 ? NOTHING : [array(m, site, 'entry', [ANYTHING, others])]
  return { each: pairs, others: other }
}
