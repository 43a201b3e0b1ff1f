import type { Hole } from '../known.ts'
import type { Thing } from './thing.ts'

/** A hole as the evaluation has it: what a variable's default is comes with it. */
export type Gap = Hole & { readonly otherwise?: ReadonlyArray<string> }

/** A text as far as the source decides it. */
export interface Text {
  readonly kind: 'text'
  readonly key: string
  readonly parts: ReadonlyArray<string | Gap>
}

export interface Literal {
  readonly kind: 'literal'
  readonly key: string
  readonly value: number | boolean | null | undefined
}

/** A value that only running decides, and that holds nothing the source made. */
export interface Anything {
  readonly kind: 'anything'
  readonly key: string
}

export type Atom = Text | Literal | Anything | Thing

/**
 * What an expression can be: one of these atoms, which are told apart by their keys. The empty one is of an expression
 * that has not been reached.
 */
export type Value = ReadonlyArray<Atom>

export const NOTHING: Value = []

export const ANYTHING: Value = [{ kind: 'anything', key: '?' }]

/** Anything as well, and surely none of what was asked for: an error, a `Left`. */
export const FAILURE: Value = [{ kind: 'anything', key: '?failure' }]

const RUN_TIME: Gap = { kind: 'run-time' }

const literal = (value: Literal['value']): Value => [{ kind: 'literal', key: `=${value}`, value }]

export const UNDEFINED = literal(undefined)
export const NULL = literal(null)
const TRUE = literal(true)
const FALSE = literal(false)

export const bool = (value: boolean): Value => (value ? TRUE : FALSE)

export const number = (value: number): Value => literal(value)

const gapKey = (gap: Gap): string => {
  if (gap.kind === 'run-time') return '*'
  const named = gap.kind === 'link' ? `${gap.name}.${gap.property}` : gap.name
  return `${gap.kind}:${named}${gap.otherwise === undefined ? '' : `=${JSON.stringify(gap.otherwise)}`}`
}

/** Longer ones say no more: the rest is a hole. In parts and in characters. */
const MOST_PARTS = 12
const MOST_CHARACTERS = 4096

/** A text of parts, in which literals that follow each other are one, and so are run-time holes. */
export const textOf = (parts: ReadonlyArray<string | Gap>): Text => {
  const joined: Array<string | Gap> = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part === '') continue
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else if (
      typeof part === 'object' &&
      part.kind === 'run-time' &&
      typeof last === 'object' &&
      last.kind === 'run-time'
    )
      continue
    else joined.push(part)
  }
  const some = joined.length > MOST_PARTS ? [...joined.slice(0, MOST_PARTS - 1), RUN_TIME] : joined
  const kept = some.map((part) =>
    typeof part === 'string' && part.length > MOST_CHARACTERS ? part.slice(0, MOST_CHARACTERS) : part,
  )
  const key = kept.map((part) => (typeof part === 'string' ? JSON.stringify(part) : gapKey(part))).join('+')
  return { kind: 'text', key: `"${key}`, parts: kept }
}

export const textValue = (literal: string): Value => [textOf([literal])]

/** A text of which nothing is known. */
export const SOME_TEXT: Value = [textOf([RUN_TIME])]

/** The text, where all of it is known. */
export const literalText = (atom: Atom): string | undefined => {
  if (atom.kind !== 'text') return undefined
  const [only = ''] = atom.parts
  return atom.parts.length < 2 && typeof only === 'string' ? only : undefined
}

/** All texts that a value can be, where it can be nothing else; undefined otherwise. */
export const literalTexts = (value: Value): ReadonlyArray<string> | undefined => {
  const all = value.map((atom) => (atom.kind === 'literal' ? String(atom.value) : literalText(atom)))
  return all.some((each) => each === undefined) ? undefined : all.filter((each) => each !== undefined)
}

const has = (value: Value, key: string): boolean => {
  for (const atom of value) if (atom.key === key) return true
  return false
}

/** What either is; the first itself when the other has nothing more. */
export const union = (a: Value, b: Value): Value => {
  if (a === b || b.length === 0) return a
  if (a.length === 0) return b
  return joined(a, b)
}

const joined = (a: Value, b: Value): Value => {
  if (a.length + b.length > MOST_COMPARED) {
    const all = distinct([a, b])
    return all.length === a.length ? a : all
  }
  const more = b.filter((atom) => !has(a, atom.key))
  return more.length === 0 ? a : [...a, ...more]
}

/** More atoms than this are told apart by a table of their keys. */
const MOST_COMPARED = 24

const distinct = (values: ReadonlyArray<Value>): Value => {
  const all = new Map<string, Atom>()
  for (const value of values) for (const atom of value) if (!all.has(atom.key)) all.set(atom.key, atom)
  return [...all.values()]
}

export const unionOf = (values: ReadonlyArray<Value>): Value =>
  values.length > MOST_COMPARED ? distinct(values) : values.reduce(union, NOTHING)

/** What all atoms of a value come to. */
export const eachOf = (value: Value, come: (atom: Atom) => Value): Value => {
  const first = value[0]
  if (first !== undefined && value.length === 1) return come(first)
  let all = NOTHING
  for (const atom of value) all = union(all, come(atom))
  return all
}

const keys = new WeakMap<Value, string>()

/** The same for values that can be the same. */
export const keyOf = (value: Value): string => {
  if (value.length < 2) return value[0]?.key ?? ''
  const known = keys.get(value)
  if (known !== undefined) return known
  const key = value
    .map((atom) => atom.key)
    .sort()
    .join('|')
  keys.set(value, key)
  return key
}

/** The parts of an atom as a text; undefined when it is no text, so only running knows. */
const partsOf = (atom: Atom): ReadonlyArray<string | Gap> => {
  if (atom.kind === 'text') return atom.parts
  if (atom.kind === 'literal') return [String(atom.value)]
  return [RUN_TIME]
}

/** More texts than this are one, of what all begin with. */
const MOST_TEXTS = 24

/** One text that stands for all: what they begin with, and a hole. */
export const widened = (texts: ReadonlyArray<Text>): Text => {
  const [first, ...others] = texts.map(({ parts }) => (typeof parts[0] === 'string' ? parts[0] : ''))
  let common = first ?? ''
  for (const other of others) while (!other.startsWith(common)) common = common.slice(0, -1)
  return textOf([common, RUN_TIME])
}

/** Values as one text after another: each way to put them together. */
export const concatenated = (values: ReadonlyArray<Value>): Value => {
  let all: ReadonlyArray<ReadonlyArray<string | Gap>> = [[]]
  for (const each of values) {
    if (each.length === 0) return NOTHING
    // Nobody means to write `undefined` where something else can be.
    const present = notNullish(each)
    const value = present.length === 0 ? each : present
    const parts = value.map(partsOf)
    if (all.length * parts.length > MOST_TEXTS) all = all.map((before) => [...before, RUN_TIME])
    else all = all.flatMap((before) => parts.map((each) => [...before, ...each]))
  }
  return unionOf(all.map((parts) => [textOf(parts)]))
}

/** What a value is as a text. */
export const asText = (value: Value): Value => concatenated([value])

const isAlwaysSet = (gap: Gap): boolean => gap.kind === 'environment' && ALWAYS.test(gap.name)

/** Whether a value counts as true: yes, no, or either. */
export const truth = (value: Value): boolean | undefined => {
  const all = value.map((atom): boolean | undefined => {
    if (atom.kind === 'literal') return Boolean(atom.value)
    if (atom.kind === 'anything') return undefined
    if (atom.kind === 'text') {
      if (atom.parts.length === 0) return false
      return atom.parts.some((part) => typeof part === 'string' || isAlwaysSet(part)) ? true : undefined
    }
    return atom.is === 'opaque' ? undefined : true
  })
  const [first] = all
  return all.every((each) => each === first) ? first : undefined
}

/** Variables that Lambda always sets: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
const ALWAYS =
  /^(?:AWS_(?:REGION|DEFAULT_REGION|EXECUTION_ENV|LAMBDA_\w+|ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)|_HANDLER|LAMBDA_\w+|TZ|LANG|PATH)$/

/** Whether a value is null or undefined: yes, no, or either. */
export const isNullish = (value: Value): boolean | undefined => {
  const all = value.map((atom): boolean | undefined => {
    if (atom.kind === 'literal') return atom.value === null || atom.value === undefined
    if (atom.kind === 'anything' || (atom.kind === 'thing' && atom.is === 'opaque')) return undefined
    // A variable of the environment that is not known may not be set.
    if (atom.kind === 'text' && atom.parts.length === 1) {
      const [only] = atom.parts
      return typeof only === 'object' && only.kind === 'environment' && !isAlwaysSet(only) ? undefined : false
    }
    return false
  })
  const [first] = all
  return all.every((each) => each === first) ? first : undefined
}

/** A value without the atoms that are null or undefined. */
export const notNullish = (value: Value): Value => {
  const left = value.filter(
    (atom) => atom.kind !== 'literal' || (atom.value !== null && atom.value !== undefined),
  )
  return left.length === value.length ? value : left
}
