import { nearest } from '../../src/nearest.ts'
import type { Configuration } from './configuration.ts'
import { type Key, named, pathOf } from './mistake.ts'
import { isRecord } from './option-record.ts'

// A configuration is a plain record, which users spread and add to. Who wrote a part of it is remembered beside it.
const fileOf = new WeakMap<object, string>()

/** Remembers which records of functions a file of Chalice's has made. */
export const rememberFile = ({ lambdaFunctions, stages = {} }: Configuration, file: string): void => {
  for (const functions of [lambdaFunctions, ...Object.values(stages).map((each) => each.lambdaFunctions)])
    if (functions !== undefined) fileOf.set(functions, file)
}

/** A function that a file of Chalice's speaks of and the app has not: a schedule's, a queue's, one by itself. */
export interface OtherFunction {
  readonly at: ReadonlyArray<Key>
  /** That it is left out, in one line, under Chalice's names. */
  readonly note: string
}

/**
 * The functions in a configuration that the app has not, as far as a file of Chalice's says so. Those of a configuration
 * that is written by hand are mistakes instead.
 *
 * @param known the names of the app's functions
 */
export const otherFunctions = (
  configuration: unknown,
  known: ReadonlyArray<string>,
): ReadonlyArray<OtherFunction> => {
  if (!isRecord(configuration)) return []
  const { lambdaFunctions, stages } = configuration
  const places: ReadonlyArray<readonly [at: ReadonlyArray<Key>, functions: unknown]> = [
    [[], lambdaFunctions],
    ...Object.entries(isRecord(stages) ? stages : {}).map(
      ([name, stage]) => [['stages', name], isRecord(stage) ? stage.lambdaFunctions : undefined] as const,
    ),
  ]
  return places.flatMap(([at, functions]) => {
    const file = isRecord(functions) ? fileOf.get(functions) : undefined
    if (!isRecord(functions) || file === undefined) return []
    return Object.keys(functions)
      .filter((name) => !known.includes(name))
      .map((name) => {
        const meant = nearest(name, known)
        const hint = meant === undefined ? '' : `: did you mean ${named(meant)}?`
        const place = pathOf([...at, 'lambda_functions', name])
        return {
          at: [...at, 'lambdaFunctions', name],
          note: `${file}: ${place} is left out: the app has no function ${named(name)}${hint}`,
        }
      })
  })
}
