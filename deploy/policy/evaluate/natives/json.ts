import { type Args, argsOf, argument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import { array, cellAt, record } from '../things.ts'
import {
  ANYTHING,
  bool,
  literalTexts,
  NULL,
  number,
  SOME_TEXT,
  textValue,
  union,
  unionOf,
  type Value,
} from '../value.ts'

/** What a JSON text says, where the source decides the text. */
export const parsed = (m: Machine, text: Value, site: Site): Value => {
  const texts = literalTexts(text)
  if (texts === undefined || texts.length === 0) return ANYTHING
  return unionOf(
    texts.map((each, index) => {
      try {
        return valueIn(m, JSON.parse(each), site, `json${index}`)
      } catch {
        return ANYTHING
      }
    }),
  )
}

/** Calls what the values of a text are passed through. */
export const revived = (m: Machine, value: Value, reviver: Value, site: Site): Value => {
  const inside = value.some(({ kind }) => kind === 'thing') ? union(value, ANYTHING) : value
  return union(value, m.call(reviver, ANYTHING, argsOf(SOME_TEXT, inside, ANYTHING), site))
}

/** Calls what an object that is written out says of itself, and what replaces it. */
export const stringified = (m: Machine, args: Args, site: Site): Value => {
  const seen = new Set<string>()
  const replacer = argument(args, 1)
  const go = (value: Value): void => {
    for (const atom of value) {
      if (atom.kind !== 'thing' || seen.has(atom.key)) continue
      seen.add(atom.key)
      if (!('base' in atom)) continue
      if (atom.is === 'record') {
        const own = m
          .get([atom], 'toJSON', site)
          .filter((each) => each.kind === 'thing' && each.is !== 'opaque')
        m.call(own, [atom], argsOf(SOME_TEXT), site)
      }
      m.look(atom)
      const named = [...atom.props.keys()]
      for (const name of named)
        go(/^get /.test(name) ? m.get([atom], name.slice(4), site) : m.read(cellAt(atom, name)))
      go(m.read(atom.others))
    }
  }
  go(argument(args, 0))
  m.call(
    replacer.filter((atom) => atom.kind === 'thing' && atom.is !== 'array'),
    ANYTHING,
    argsOf(SOME_TEXT, union(argument(args, 0), ANYTHING)),
    site,
  )
  return SOME_TEXT
}

const valueIn = (m: Machine, value: unknown, site: Site, tag: string): Value => {
  if (typeof value === 'string') return textValue(value)
  if (typeof value === 'number') return number(value)
  if (typeof value === 'boolean') return bool(value)
  if (value === null) return NULL
  if (Array.isArray(value))
    return [
      array(
        m,
        site,
        tag,
        value.map((each, index) => valueIn(m, each, site, `${tag}.${index}`)),
      ),
    ]
  if (typeof value !== 'object') return ANYTHING
  const fields = Object.entries(value).map(
    ([name, each]) => [name, valueIn(m, each, site, `${tag}.${name}`)] as const,
  )
  return [record(m, site, tag, Object.fromEntries(fields))]
}
