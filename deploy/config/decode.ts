import { type Either, isRight, left, right } from '#fp/Either'
import type * as t from '#io-ts'
import { nearest } from '../../src/nearest.ts'
import { contradictions, idle } from './check.ts'
import { configuration as codec, OPTION_NAMES } from './codec.ts'
import type { Configuration } from './configuration.ts'
import { didYouMean } from './did-you-mean.ts'
import { type Finding, type Key, kindOf, type Mistake, mistake, named, pathOf, shown } from './mistake.ts'
import { isRecord } from './option-record.ts'

/** Options whose values no message may repeat. */
const SECRET = ['environmentVariables', 'apiKeys']

/** What io-ts found, as a place and a message. */
const findingOf = ({ context, value, message }: t.ValidationError): Finding => {
  // The first step leads to the whole; those into a list are numbers in text.
  const at = context.slice(1).map(({ key }, index) => {
    const parent = context[index]?.actual
    return Array.isArray(parent) ? Number(key) : key
  })
  const expected = context.at(-1)?.type.name ?? 'something else'
  const got = at.some((key) => SECRET.includes(String(key))) ? kindOf(value) : shown(value)
  return { at, message: message ?? `expected ${expected}, got ${got}` }
}

/** The steps to the option that a place is in, and where a stage or a function is no record, to that. */
const optionAt = (at: ReadonlyArray<Key>): ReadonlyArray<Key> => {
  const inStage = at[0] === 'stages' ? 2 : 0
  const inFunction = at[inStage] === 'lambdaFunctions' ? 2 : 0
  return at.slice(0, inStage + inFunction + 1)
}

/** A value without what is at a place. */
export const without = (value: unknown, [key, ...rest]: ReadonlyArray<Key>): unknown => {
  if (!isRecord(value) || key === undefined) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      name !== String(key) ? [[name, each]] : rest.length === 0 ? [] : [[name, without(each, rest)]],
    ),
  )
}

/** What may stand in `lambdaFunctions`. */
export interface Known {
  readonly functions: ReadonlyArray<string>
  /** Places of functions that the app has not and that may be there all the same. */
  readonly others?: ReadonlyArray<ReadonlyArray<Key>>
}

/** Functions that the app has not. */
const unknownFunctions = (
  { lambdaFunctions, stages }: Configuration,
  { functions, others = [] }: Known,
): ReadonlyArray<Finding> => {
  const allowed = new Set(others.map(pathOf))
  const places = [
    { at: ['lambdaFunctions'], names: Object.keys(lambdaFunctions ?? {}) },
    ...Object.entries(stages ?? {}).map(([stage, options]) => ({
      at: ['stages', stage, 'lambdaFunctions'],
      names: Object.keys(options.lambdaFunctions ?? {}),
    })),
  ]
  return places.flatMap(({ at, names }) =>
    names
      .filter((name) => !functions.includes(name) && !allowed.has(pathOf([...at, name])))
      .map((name) => ({
        at: [...at, name],
        message: `there is no function ${named(name)}${didYouMean(name, functions)}`,
      })),
  )
}

/** Whether what cannot be read is a stage, a function or more than one, and with it who knows which options. */
const hidesOptions = (at: ReadonlyArray<Key>): boolean => {
  const last = optionAt(at)
  const [parent, key] = [last.at(-2), last.at(-1)]
  return (
    key === undefined ||
    key === 'stages' ||
    key === 'lambdaFunctions' ||
    parent === 'stages' ||
    parent === 'lambdaFunctions'
  )
}

/**
 * Everything that is wrong with a value as a configuration, and what can be read of it.
 *
 * @param misspelt places of options that were probably meant by others, which have been taken out already.
 */
export const findings = (
  value: unknown,
  known: Known,
  misspelt: ReadonlyArray<ReadonlyArray<Key>> = [],
): {
  readonly wrong: ReadonlyArray<Finding>
  readonly ignored: ReadonlyArray<Finding>
  readonly read: Configuration
  /** Whether what is written in a place cannot be read: nothing is concluded from its absence in `read`. */
  readonly isDoubtful: (at: ReadonlyArray<Key>) => boolean
} => {
  const first = codec.decode(value)
  const wrong = isRight(first) ? [] : first.left.map(findingOf)
  const places = wrong.map(({ at }) => optionAt(at))
  // What is left when each option that is wrong has been taken out is a configuration, unless the whole is none.
  const again = codec.decode(places.reduce<unknown>(without, value))
  const read = isRight(again) ? again.right : {}
  // A misspelt option is in doubt under its right name.
  const rightName = ({ at }: Finding) => [...at.slice(0, -1), nearest(String(at.at(-1)), OPTION_NAMES) ?? '']
  const doubtful = new Set([...places, ...wrong.map(rightName), ...misspelt].map(pathOf))
  const checked = {
    configuration: read,
    functions: [...known.functions, ...(known.others ?? []).map((at) => String(at.at(-1)))],
    isDoubtful: (at: ReadonlyArray<Key>) => doubtful.has(pathOf(at)),
  }
  // A message of its own is about a name, and what stands under a wrong name is not part of anything.
  const unread = isRight(first) ? [] : first.left.filter(({ message }) => message === undefined)
  const canConclude = !unread.some((each) => hidesOptions(findingOf(each).at))
  return {
    wrong: [...wrong, ...unknownFunctions(read, known), ...(canConclude ? contradictions(checked) : [])],
    ignored: canConclude ? idle(checked) : [],
    read,
    isDoubtful: checked.isDoubtful,
  }
}

/**
 * Reads a configuration, strictly.
 *
 * @param known.functions the names that `lambdaFunctions` may have: `api`, the routes' keys and the authorizers' names.
 * @returns every mistake at once: unknown options, stages' and functions' names, wrong values, contradictions, and what
 * would be ignored; or the configuration as it was, without what is undefined.
 * @since 0.1.0
 */
export const decodeConfiguration = (
  value: unknown,
  known: { readonly functions: ReadonlyArray<string> },
): Either<ReadonlyArray<Mistake>, Configuration> => {
  const { wrong, ignored, read } = findings(value, known)
  const all = [...wrong, ...ignored]
  return all.length === 0 ? right(read) : left(all.map(mistake))
}
