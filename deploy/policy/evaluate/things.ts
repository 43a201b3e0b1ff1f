import { type Cell, cellOf } from './cell.ts'
import type { Site } from './env.ts'
import type { Machine } from './machine.ts'
import type { Exotic, Native, Opaque, Plain, Thing } from './thing.ts'
import { NOTHING, type Value } from './value.ts'

/** What a thing has before it is given a property: most functions, and what is opaque, never are. */
export const NO_PROPS: ReadonlyMap<string, Cell> = new Map()

const isOwn = (props: ReadonlyMap<string, Cell>): props is Map<string, Cell> => props !== NO_PROPS

/** Gives a thing a property. */
export const put = (thing: Thing, name: string, cell: Cell): void => {
  if (isOwn(thing.props)) thing.props.set(name, cell)
  else thing.props = new Map([[name, cell]])
}

const common = (key: string) => ({
  kind: 'thing' as const,
  key,
  props: NO_PROPS,
  others: cellOf(),
  lookers: undefined,
})

export const plain = (key: string, is: Plain['is'], of: Pick<Plain, 'class'> = {}): Plain => ({
  ...common(key),
  is,
  base: cellOf(),
  sure: undefined,
  isKeyed: false,
  isLiteral: false,
  ...of,
})

export const native = (
  name: string,
  call: Native['call'],
  more: Pick<Native, 'construct' | 'statics'> = {},
): Native => ({
  ...common(`#${name}`),
  is: 'native',
  name,
  call,
  ...more,
})

/** A native that is made at a place, such as `prefix('/v1')`. */
export const nativeAt = (key: string, name: string, call: Native['call']): Native => ({
  ...common(key),
  is: 'native',
  name,
  call,
})

export const opaque = (key: string, isLazy: boolean): Opaque => ({
  ...common(key),
  is: 'opaque',
  isLazy,
  callee: cellOf(),
})

export const exotic = (
  key: string,
  what: string,
  payload: object,
  get: Exotic['get'] = () => NOTHING,
  names?: Exotic['names'],
): Exotic => ({
  ...(names === undefined ? {} : { names }),
  ...common(key),
  is: 'exotic',
  what,
  payload,
  get,
})

/** From now on nothing else can take the place of what is under a key. */
export const beSure = (of: Plain, key: string): void => {
  of.sure ??= new Set()
  of.sure.add(key)
}

/** The cell of a property, made when it is not there. */
export const cellAt = (thing: Thing, name: string): Cell => {
  const found = thing.props.get(name)
  if (found !== undefined) return found
  const cell = cellOf(NOTHING, thing)
  put(thing, name, cell)
  return cell
}

/** An object of some fields, made at a place. */
export const record = (
  m: Machine,
  site: Site,
  tag: string,
  fields: Readonly<Record<string, Value>>,
): Plain => {
  const made = m.make(site, tag, (key) => plain(key, 'record'))
  for (const [name, value] of Object.entries(fields)) m.write(cellAt(made, name), value)
  return made
}

/** Longer arrays hold their elements anywhere. */
const MOST_ELEMENTS = 1024

/** How often an array may become longer: one that is made of itself has no end. */
const MOST_GROWTH = 6

const growths = new WeakMap<Plain, { length: number; times: number }>()

const isGrowing = (made: Plain, length: number): boolean => {
  const known = growths.get(made) ?? { length, times: 0 }
  growths.set(made, known)
  if (length > known.length) {
    known.length = length
    known.times += 1
  }
  return known.times > MOST_GROWTH
}

/** An array of some elements, made at a place; `others` may be anywhere in it. */
export const array = (
  m: Machine,
  site: Site,
  tag: string,
  elements: ReadonlyArray<Value>,
  others: Value = NOTHING,
): Plain => {
  const made = m.make(site, tag, (key) => plain(key, 'array'))
  if (elements.length > MOST_ELEMENTS || isGrowing(made, elements.length)) {
    for (const element of elements) m.write(made.others, element)
  } else
    elements.forEach((element, index) => {
      m.write(cellAt(made, String(index)), element)
    })
  if (others.length > 0) m.write(made.others, others)
  return made
}
