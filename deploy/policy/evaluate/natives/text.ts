import { type Args, argsOf, argument, everyArgument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import { array } from '../things.ts'
import {
  ANYTHING,
  asText,
  bool,
  concatenated,
  literalText,
  literalTexts,
  number,
  SOME_TEXT,
  type Text,
  textValue,
  UNDEFINED,
  unionOf,
  type Value,
} from '../value.ts'
import { type Behaviour, tableOf } from './table.ts'

/** How many texts a value may be for each of them to be worked out. */
const MOST = 16

/** What a method of texts gives, where the text and the arguments are known; something unknown elsewhere. */
const exactly =
  (
    work: (
      text: string,
      args: ReadonlyArray<string>,
    ) => string | number | boolean | undefined | typeof TOO_LONG,
    otherwise: Value,
  ): Behaviour =>
  (_, args, self) => {
    const texts = literalTexts(self)
    const given = args.list.map((each) => literalTexts(each))
    const known = given.flatMap((each) => (each?.length === 1 ? each : []))
    if (texts === undefined || texts.length > MOST || known.length !== given.length || args.rest.length > 0)
      return otherwise
    return unionOf(
      texts.map((text): Value => {
        const result = work(text, known)
        if (result === TOO_LONG) return otherwise
        if (typeof result === 'string') return textValue(result)
        if (typeof result === 'number') return number(result)
        return typeof result === 'boolean' ? bool(result) : UNDEFINED
      }),
    )
  }

/** A text that would be longer than is worked out. */
const TOO_LONG: unique symbol = Symbol('too long')

/** How long a text may be that is worked out. */
const MOST_LONG = 4096

const upTo = (length: number | undefined, make: (length: number) => string): string | typeof TOO_LONG =>
  (length ?? 0) > MOST_LONG ? TOO_LONG : make(length ?? 0)

const toInteger = (text: string | undefined): number | undefined =>
  text === undefined || !/^-?\d+$/.test(text) ? undefined : Number(text)

/** A change of case or of space at the ends leaves a hole what it is. */
const inParts =
  (change: (text: string) => string): Behaviour =>
  (_, __, self) =>
    unionOf(
      self.map((atom): Value => {
        const text = literalText(atom)
        return text === undefined ? SOME_TEXT : textValue(change(text))
      }),
    )

/** Calls what makes the replacement, where that is a function. */
const replacing = (m: Machine, args: Args, site: Site): void => {
  const replacement = argument(args, 1)
  m.call(
    replacement.filter(({ kind }) => kind === 'thing' || kind === 'anything'),
    UNDEFINED,
    argsOf(SOME_TEXT, SOME_TEXT, SOME_TEXT),
    site,
  )
}

const replaced: Behaviour = (m, args, self, site) => {
  replacing(m, args, site)
  return exactly(
    (text, [from, to]) => (from === undefined || to === undefined ? text : text.replace(from, () => to)),
    SOME_TEXT,
  )(m, args, self, site)
}

const itself: Behaviour = (_, __, self) => asText(self)

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  toString: itself,
  valueOf: itself,
  concat: (_, args, self) => concatenated([self, ...everyArgument(args)]),
  toLowerCase: inParts((text) => text.toLowerCase()),
  toUpperCase: inParts((text) => text.toUpperCase()),
  toLocaleLowerCase: inParts((text) => text.toLowerCase()),
  toLocaleUpperCase: inParts((text) => text.toUpperCase()),
  trim: inParts((text) => text.trim()),
  trimStart: inParts((text) => text.trimStart()),
  trimEnd: inParts((text) => text.trimEnd()),
  normalize: (_, __, self) => self,
  replace: replaced,
  replaceAll: (m, args, self, site) => {
    replacing(m, args, site)
    return exactly(
      (text, [from, to]) => (from === undefined || to === undefined ? text : text.replaceAll(from, () => to)),
      SOME_TEXT,
    )(m, args, self, site)
  },
  slice: exactly((text, [from, to]) => text.slice(toInteger(from), toInteger(to)), SOME_TEXT),
  substring: exactly((text, [from, to]) => text.substring(toInteger(from) ?? 0, toInteger(to)), SOME_TEXT),
  charAt: exactly((text, [at]) => text.charAt(toInteger(at) ?? 0), SOME_TEXT),
  padStart: exactly(
    (text, [length, fill]) => upTo(toInteger(length), (most) => text.padStart(most, fill)),
    SOME_TEXT,
  ),
  padEnd: exactly(
    (text, [length, fill]) => upTo(toInteger(length), (most) => text.padEnd(most, fill)),
    SOME_TEXT,
  ),
  repeat: exactly(
    (text, [times]) =>
      upTo(Math.max(0, toInteger(times) ?? 0) * text.length, (most) =>
        text.repeat(text === '' ? 0 : most / text.length),
      ),
    SOME_TEXT,
  ),
  startsWith: exactly((text, [start]) => text.startsWith(start ?? ''), ANYTHING),
  endsWith: exactly((text, [end]) => text.endsWith(end ?? ''), ANYTHING),
  includes: exactly((text, [part]) => text.includes(part ?? ''), ANYTHING),
  split: (m, args, self, site) => {
    const texts = literalTexts(self)
    const separators = literalTexts(argument(args, 0))
    const [text] = texts ?? []
    const [separator] = separators ?? []
    const isWhole = args.list.length === 1 && args.rest.length === 0
    if (
      isWhole &&
      texts?.length === 1 &&
      separators?.length === 1 &&
      text !== undefined &&
      separator !== undefined
    )
      return [array(m, site, 'split', text.split(separator).slice(0, 256).map(textValue))]
    return [array(m, site, 'split', [], SOME_TEXT)]
  },
}

const table = tableOf('text', BEHAVIOURS)

/** A property of a text. */
export const textMember = (m: Machine, text: Text, key: string): Value | undefined => {
  if (key === 'length') return ANYTHING
  const literal = literalText(text)
  if (/^\d+$/.test(key)) return literal === undefined ? SOME_TEXT : textValue(literal.charAt(Number(key)))
  return table(m, key)
}
