import type { Site } from '../evaluate/env.ts'
import type { Machine } from '../evaluate/machine.ts'
import type { Atom, Gap, Value } from '../evaluate/value.ts'
import { type Hole, type Known, UNKNOWN } from '../known.ts'

/** Deeper than this nothing is told: an object may hold itself. */
const MOST_DEEP = 8
/** More parts than this are not told: alternatives within alternatives have no end. */
const MOST_TOLD = 2000

/** As many different ones as are told apart. */
const MOST_CHOICES = 64

/** What is told of a value, and what is to be said of it. */
export interface Told {
  readonly known: Known
  /** The variables of the environment whose default was taken. */
  readonly notes: ReadonlyArray<string>
}

/** What the source says of a value, as a tree. */
export const told = (m: Machine, value: Value, site: Site): Told => {
  const notes = new Set<string>()

  const partsOf = (parts: ReadonlyArray<string | Gap>): ReadonlyArray<Known> => {
    let all: ReadonlyArray<ReadonlyArray<string | Hole>> = [[]]
    for (const part of parts) {
      if (typeof part === 'string' || part.otherwise === undefined) {
        all = all.map((before) => joined(before, part))
        continue
      }
      const { otherwise } = part
      if (part.kind === 'environment')
        notes.add(
          `process.env.${part.name} is not known here, so its default '${otherwise.join("', '")}' is taken: --env ${part.name}=… says another`,
        )
      all = all.flatMap((before) => otherwise.map((each) => joined(before, each)))
    }
    return all.map((each) => ({ kind: 'text', parts: each }))
  }

  const ofAtom = (atom: Atom, depth: number): ReadonlyArray<Known> => {
    if (atom.kind === 'text') return partsOf(atom.parts)
    if (atom.kind === 'literal') return [{ kind: 'literal', value: atom.value }]
    if (atom.kind === 'anything' || depth > MOST_DEEP) return [UNKNOWN]
    if (atom.is === 'array' || atom.is === 'set') {
      const { each, others } = m.iterate([atom], site)
      const items = [...each, ...(others.length === 0 ? [] : [others])].map((item) => go(item, depth + 1))
      return [{ kind: 'list', items, isOpen: others.some((each) => !isTold(each)) }]
    }
    if (atom.is !== 'record') return [UNKNOWN]
    m.look(atom)
    const fields = new Map<string, Known>()
    for (const [name, cell] of atom.props) {
      const found = m.read(cell)
      if (found.length === 0) continue
      const field = go(found, depth + 1)
      // What is written to an object after it is made may not be there when it is read.
      const isSure = atom.sure === undefined || atom.sure.size === 0 || atom.sure.has(name)
      fields.set(
        name,
        isSure ? field : { kind: 'choice', of: [field, { kind: 'literal', value: undefined }] },
      )
    }
    const others = m.read(atom.others)
    const isOpen = others.length > 0 || m.read(atom.base).length > 0
    return [{ kind: 'record', fields, isOpen }]
  }

  let told = 0
  const go = (each: Value, depth: number): Known => {
    told += each.length
    if (told > MOST_TOLD) return UNKNOWN
    const all = each.flatMap((atom) => ofAtom(atom, depth)).slice(0, MOST_CHOICES)
    const [first = UNKNOWN] = all
    return all.length < 2 ? first : { kind: 'choice', of: all }
  }

  const known = go(value, 0)
  return { known, notes: [...notes] }
}

/** Whether something is told of an atom. */
const isTold = (atom: Atom): boolean =>
  atom.kind !== 'anything' && !(atom.kind === 'thing' && atom.is === 'opaque')

const joined = (before: ReadonlyArray<string | Hole>, part: string | Hole): ReadonlyArray<string | Hole> => {
  const last = before.at(-1)
  return typeof last === 'string' && typeof part === 'string'
    ? [...before.slice(0, -1), last + part]
    : [...before, part]
}
