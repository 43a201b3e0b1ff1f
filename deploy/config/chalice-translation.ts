import { isAbsolute, join } from 'node:path'
import {
  DOMAIN_NAMES,
  DROPPED,
  FUNCTION_NAMES,
  type Names,
  STAGE_NAMES,
  VERSION,
  WHOLE_NAMES,
} from './chalice-keys.ts'
import { didYouMean } from './did-you-mean.ts'
import { type Finding, type Key, named, pathOf } from './mistake.ts'
import { isRecord } from './option-record.ts'

/** A part of Chalice's file in our terms, not yet decoded. */
export interface Translation {
  readonly value: unknown
  /** Options that Chalice has not, where they stand in its file. */
  readonly unknown: ReadonlyArray<Finding>
  /** What has been left out or is called otherwise, and what to do about it. */
  readonly notes: ReadonlyArray<string>
}

/** A place in the file. */
interface Place {
  readonly at: ReadonlyArray<Key>
  /** The folder of the file. */
  readonly folder: string
}

const just = (value: unknown): Translation => ({ value, unknown: [], notes: [] })

const record = (entries: ReadonlyArray<readonly [name: string, part: Translation]>): Translation => ({
  value: Object.fromEntries(
    entries.map(([name, { value }]) => [name, value] as const).filter(([, value]) => value !== undefined),
  ),
  unknown: entries.flatMap(([, part]) => part.unknown),
  notes: entries.flatMap(([, part]) => part.notes),
})

/** SST's names of stages have no `_`, and Chalice's may. */
export const stageName = (name: string): string => name.replaceAll('_', '-')

/** Chalice's one function behind all routes is `api` here. */
export const functionName = (name: string): string => (name === 'api_handler' ? 'api' : name)

/** The prefix without slashes around it; none for the domain's root. */
const prefixOf = (value: string): string | undefined => value.replace(/^\/+|\/+$/g, '') || undefined

/** Policy files are called from the folder of Chalice's file. */
const fileOf = (value: string, folder: string): string =>
  value === '' || isAbsolute(value) ? value : join(folder, value)

const translateStages = (value: unknown, { at, folder }: Place): Translation =>
  isRecord(value)
    ? record(
        Object.entries(value).map(([name, stage]) => {
          const part = translate(stage, STAGE_NAMES, { at: [...at, name], folder })
          const ours = stageName(name)
          const note = `${pathOf([...at, name])} is called '${ours}': SST's names of stages have no '_'`
          return [ours, ours === name ? part : { ...part, notes: [note, ...part.notes] }] as const
        }),
      )
    : just(value)

const translateFunctions = (value: unknown, { at, folder }: Place): Translation =>
  isRecord(value)
    ? record(
        Object.entries(value).map(([name, options]) => {
          const part = translate(options, FUNCTION_NAMES, { at: [...at, name], folder })
          return [functionName(name), part] as const
        }),
      )
    : just(value)

const translateOption = (key: string, value: unknown, place: Place): Translation => {
  if (key === 'stages') return translateStages(value, place)
  if (key === 'lambda_functions') return translateFunctions(value, place)
  if (key === 'api_gateway_custom_domain') return translate(value, DOMAIN_NAMES, place)
  if (typeof value !== 'string') return just(value)
  if (key === 'url_prefix') return just(prefixOf(value))
  const isFile = key === 'iam_policy_file' || key === 'api_gateway_policy_file'
  return just(isFile ? fileOf(value, place.folder) : value)
}

/**
 * Options of Chalice's under our names.
 *
 * @param names the options that may be in this place.
 */
export const translate = (value: unknown, names: Names, { at, folder }: Place): Translation => {
  if (!isRecord(value)) return just(value)
  return record(
    Object.entries(value).map(([key, each]) => {
      const [ours, inner] = [names.get(key), [...at, key]]
      // Chalice reads null as nothing.
      if (each === null || (key === VERSION && at.length === 0)) return [key, just(undefined)] as const
      if (ours !== undefined) return [ours, translateOption(key, each, { at: inner, folder })] as const
      const why = names === WHOLE_NAMES || names === STAGE_NAMES ? DROPPED.get(key) : undefined
      return why === undefined
        ? ([key, { ...just(undefined), unknown: [unknownOption(inner, key, names)] }] as const)
        : ([key, { ...just(undefined), notes: [`${pathOf(inner)} is left out: ${why}`] }] as const)
    }),
  )
}

const unknownOption = (at: ReadonlyArray<Key>, key: string, names: Names): Finding => ({
  at,
  message: WHOLE_NAMES.has(key)
    ? `${named(key)} is an option of ${STAGE_NAMES.has(key) ? 'a stage or of ' : ''}the whole file: move it there`
    : `unknown option ${named(key)}${didYouMean(key, [...names.keys()])}`,
})
