import { type Args, argsOf, argument, type Site } from '../env.ts'
import { everyElement } from '../iterate.ts'
import type { Iterated, Machine } from '../machine.ts'
import type { Plain } from '../thing.ts'
import { array, plain } from '../things.ts'
import {
  ANYTHING,
  bool,
  concatenated,
  literalTexts,
  NOTHING,
  number,
  textValue,
  truth,
  UNDEFINED,
  union,
  unionOf,
  type Value,
} from '../value.ts'
import { CHANGES, elementsOf, lengthOf } from './array-change.ts'
import { type Behaviour, tableOf, unlisted } from './table.ts'

/** Calls a callback with each element, as `map` does. */
const callEach = (m: Machine, { each, others }: Iterated, args: Args, self: Value, site: Site): Iterated => {
  const [callback, on] = [argument(args, 0), argument(args, 1)]
  return {
    each: each.map((element, index) => m.call(callback, on, argsOf(element, number(index), self), site)),
    others: others.length === 0 ? NOTHING : m.call(callback, on, argsOf(others, ANYTHING, self), site),
  }
}

const mapping: Behaviour = (m, args, self, site) => {
  const mapped = callEach(m, elementsOf(m, self, site), args, self, site)
  return [array(m, site, 'map', mapped.each, mapped.others)]
}

const asking =
  (answer: (elements: Iterated, m: Machine, site: Site, answers: Iterated) => Value): Behaviour =>
  (m, args, self, site) => {
    const elements = elementsOf(m, self, site)
    const answers = callEach(m, elements, args, self, site)
    return answer(elements, m, site, answers)
  }

const same: Behaviour = (_, __, self) => self

const anyOf: Behaviour = (m, _, self, site) => union(everyElement(elementsOf(m, self, site)), UNDEFINED)

/** As many as there are, in any order. */
const some: Behaviour = (m, _, self, site) => {
  const { each, others } = elementsOf(m, self, site)
  return [array(m, site, 'some', [], unionOf([...each, others]))]
}

const reduce: Behaviour = (m, args, self, site) => {
  const { each, others } = elementsOf(m, self, site)
  const callback = argument(args, 0)
  const hasStart = args.list.length > 1
  let result = hasStart ? argument(args, 1) : (each[0] ?? others)
  each.forEach((element, index) => {
    if (hasStart || index > 0)
      result = m.call(callback, UNDEFINED, argsOf(result, element, number(index), self), site)
  })
  if (others.length === 0) return result
  const again = m.call(callback, UNDEFINED, argsOf(result, others, ANYTHING, self), site)
  return union(union(result, again), m.call(callback, UNDEFINED, argsOf(again, others, ANYTHING, self), site))
}

const flattened = (m: Machine, { each, others }: Iterated, site: Site): Iterated => {
  const parts = each.map((element): Iterated => {
    const isList = element.every((atom) => atom.kind === 'thing' && atom.is === 'array')
    return isList && element.length > 0 ? elementsOf(m, element, site) : { each: [element], others: NOTHING }
  })
  const inner = others.flatMap((atom) =>
    atom.kind === 'thing' && atom.is === 'array' ? everyElement(m.iterate([atom], site)) : [atom],
  )
  return {
    each: parts.flatMap((part) => part.each),
    others: unionOf([...parts.map((part) => part.others), inner]),
  }
}

const joined: Behaviour = (m, args, self, site) => {
  const { each, others } = elementsOf(m, self, site)
  const [first] = args.list
  const separator = first ?? textValue(',')
  const parts = each.flatMap((element, index) => (index === 0 ? [element] : [separator, element]))
  if (others.length === 0) return concatenated(parts)
  return concatenated([...parts, ANYTHING])
}

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  map: mapping,
  forEach: (m, args, self, site) => {
    callEach(m, elementsOf(m, self, site), args, self, site)
    return UNDEFINED
  },
  filter: asking((elements, m, site, answers) => {
    const kept = elements.each.filter((_, index) => truth(answers.each[index] ?? ANYTHING) !== false)
    const isSure = answers.each.every((answer) => truth(answer) !== undefined)
    return isSure
      ? [array(m, site, 'filter', kept, elements.others)]
      : [array(m, site, 'filter', [], unionOf([...kept, elements.others]))]
  }),
  find: asking((elements, _, __, answers) =>
    unionOf([
      ...elements.each.filter((___, index) => truth(answers.each[index] ?? ANYTHING) !== false),
      elements.others,
      UNDEFINED,
    ]),
  ),
  findLast: asking((elements) => union(everyElement(elements), UNDEFINED)),
  findIndex: asking(() => ANYTHING),
  findLastIndex: asking(() => ANYTHING),
  some: asking(() => ANYTHING),
  every: asking(() => ANYTHING),
  flatMap: (m, args, self, site) => {
    const flat = flattened(m, callEach(m, elementsOf(m, self, site), args, self, site), site)
    return [array(m, site, 'flatMap', flat.each, flat.others)]
  },
  flat: (m, _, self, site) => {
    const flat = flattened(m, elementsOf(m, self, site), site)
    return [array(m, site, 'flat', flat.each, flat.others)]
  },
  reduce,
  reduceRight: (m, args, self, site) => {
    const { each, others } = elementsOf(m, self, site)
    const reversed = array(m, site, 'reversed', [...each].reverse(), others)
    return reduce(m, args, [reversed], site)
  },
  ...CHANGES,
  concat: (m, args, self, site) => {
    const flat = flattened(m, { each: [self, ...args.list], others: args.rest }, site)
    return [array(m, site, 'concat', flat.each, flat.others)]
  },
  slice: (m, args, self, site) => {
    const { each, others } = elementsOf(m, self, site)
    const [from, to] = [0, 1].map((index) => wholeNumber(argument(args, index)))
    if (args.list.length === 0) return [array(m, site, 'slice', each, others)]
    if (others.length === 0 && from !== undefined && (args.list.length < 2 || to !== undefined))
      return [array(m, site, 'slice', each.slice(from, to), NOTHING)]
    return some(m, args, self, site)
  },
  at: (m, args, self, site) => {
    const { each, others } = elementsOf(m, self, site)
    const index = wholeNumber(argument(args, 0))
    return others.length === 0 && index !== undefined
      ? union(each.at(index) ?? NOTHING, UNDEFINED)
      : anyOf(m, args, self, site)
  },
  join: joined,
  toString: joined,
  toLocaleString: joined,
  includes: (m, args, self, site) => {
    const { each, others } = elementsOf(m, self, site)
    const known = each.map((element) => literalTexts(element))
    const [wanted, ...more] = literalTexts(argument(args, 0)) ?? []
    const isDecided = others.length === 0 && known.every((texts) => texts?.length === 1)
    if (wanted === undefined || more.length > 0 || !isDecided) return ANYTHING
    // What was not in it when it was asked before may be in it now.
    const answer = m.make(site, 'included', (key) => plain(key, 'record')).others
    m.write(answer, bool(known.some((texts) => texts?.[0] === wanted)))
    return m.read(answer)
  },
  indexOf: () => ANYTHING,
  lastIndexOf: () => ANYTHING,
  values: same,
  '@@iterator': same,
  keys: () => ANYTHING,
  entries: (m, _, self, site) => {
    const { each, others } = elementsOf(m, self, site)
    const pairs = each.map(
      (element, index): Value => [array(m, site, `entry${index}`, [number(index), element])],
    )
    const other: Value = others.length === 0 ? NOTHING : [array(m, site, 'entry', [ANYTHING, others])]
    return [array(m, site, 'entries', pairs, other)]
  },
  // Of iterators, which are gone over in the same way.
  next: (m, _, self, site) => {
    const all = everyElement(elementsOf(m, self, site))
    const made = m.make(site, 'next', (key) => ({
      ...array(m, site, 'nextOf', []),
      key,
      is: 'record' as const,
    }))
    for (const name of ['value', 'done']) {
      const value = name === 'value' ? union(all, UNDEFINED) : ANYTHING
      m.set([made], name, value, site)
    }
    return [made]
  },
  return: () => ANYTHING,
  throw: () => ANYTHING,
  toArray: same,
  take: some,
  drop: some,
}

const wholeNumber = (value: Value): number | undefined => {
  const [only] = value
  return value.length === 1 && only?.kind === 'literal' && typeof only.value === 'number'
    ? only.value
    : undefined
}

const table = tableOf('array', BEHAVIOURS)

/** A method of arrays. */
export const arrayMember = (m: Machine, thing: Plain, key: string): Value | undefined => {
  if (key === 'length') return thing.is === 'array' ? lengthOf(m, thing) : undefined
  return table(m, key) ?? unlisted(m, thing, key)
}
