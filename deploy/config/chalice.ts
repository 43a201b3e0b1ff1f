import { type Either, isLeft, left, right } from '#fp/Either'
import { nearest } from '../../src/nearest.ts'
import { CHALICE_NAME, WHOLE_NAMES } from './chalice-keys.ts'
import { ONLY_STAGE, type PolicyFile, policyFiles } from './chalice-policy.ts'
import { functionName, stageName, translate } from './chalice-translation.ts'
import type { Configuration } from './configuration.ts'
import { findings, without } from './decode.ts'
import { type Finding, type Key, type Mistake, mistake, pathOf } from './mistake.ts'
import { isRecord } from './option-record.ts'

/**
 * What a file of Chalice's says, in our terms.
 *
 * @since 0.1.0
 */
export interface FromChalice {
  readonly configuration: Configuration
  /** What has no counterpart, or is called otherwise here, and what to do about it: a line each. */
  readonly notes: ReadonlyArray<string>
}

/** Chalice's own defaults where ours differ. */
const DEFAULTS = { apiGatewayStage: 'api', apiGatewayEndpointType: 'EDGE', logRetentionInDays: 'forever' }

/** A place of ours as Chalice's file calls it. */
const chalicePlace = (at: ReadonlyArray<Key>): ReadonlyArray<Key> =>
  at.map((key, index) => {
    const before = at[index - 1]
    if (before === 'lambdaFunctions') return key === 'api' ? 'api_handler' : key
    if (before === 'stages' || before === 'environmentVariables' || before === 'tags') return key
    return CHALICE_NAME.get(String(key)) ?? key
  })

const inItsWords = ({ at, message }: Finding): Finding => ({
  at: chalicePlace(at),
  message: message.replaceAll(/\b[a-z]+(?:[A-Z][a-z]+)+\b/g, (word) => CHALICE_NAME.get(word) ?? word),
})

/** The place of ours for which an unknown option of the file was probably meant. */
const meantPlace = ({ at }: Finding): ReadonlyArray<Key> => {
  const meant = nearest(String(at.at(-1)), [...WHOLE_NAMES.keys()])
  return [...at.slice(0, -1), meant ?? ''].map((key, index) => {
    const before = at[index - 1]
    if (before === 'lambda_functions') return functionName(String(key))
    return before === 'stages' ? stageName(String(key)) : (WHOLE_NAMES.get(String(key)) ?? key)
  })
}

/** A record with a value somewhere inside it, unless there is one. */
const withDefault = (value: unknown, [key, ...rest]: ReadonlyArray<string>, inner: unknown): unknown => {
  if (key === undefined) return value ?? inner
  if (value !== undefined && !isRecord(value)) return value
  const before = value !== undefined && Object.hasOwn(value, key) ? value[key] : undefined
  return { ...value, [key]: withDefault(before, rest, inner) }
}

const withPolicyFile = (value: unknown, { stage, functionName: name, file }: PolicyFile): unknown => {
  const place = name === undefined ? [] : ['lambdaFunctions', name]
  return withDefault(value, ['stages', stage, ...place, 'iamPolicyFile'], file)
}

/** Whether an option is left out of the top because each stage that has a use for it has been given its own. */
const isCopied = ({ at: [place, name, option] }: Finding, files: ReadonlyArray<PolicyFile>): boolean =>
  place === 'lambdaFunctions' &&
  option === 'iamPolicyFile' &&
  files.some((each) => each.functionName === name)

/** The names of the functions in the file: whether the app has them is for the deployment to see. */
const functionsIn = ({ lambdaFunctions, stages }: Configuration): ReadonlyArray<string> => [
  'api',
  ...[lambdaFunctions, ...Object.values(stages ?? {}).map((stage) => stage.lambdaFunctions)].flatMap((each) =>
    Object.keys(each ?? {}),
  ),
]

/** JSON, or why it is none, without the text around the mistake: there may be secrets in it. */
const parse = (text: string): Either<ReadonlyArray<Mistake>, unknown> => {
  try {
    return right(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/, (?:\.{3})?".*$/s, '') : String(error)
    return left([{ path: '', message: `it is not JSON: ${why}` }])
  }
}

const stagesIn = (json: unknown): ReadonlyArray<string> =>
  isRecord(json) && isRecord(json.stages) ? Object.keys(json.stages) : []

/**
 * Reads the text of Chalice's `config.json`.
 *
 * @param folder where the file is, seen from the project's folder: its policy files are named from there.
 * @returns every mistake at once, under Chalice's names; or the configuration, and notes on what it leaves out.
 * @since 0.1.0
 */
export const readChalice = (text: string, folder: string): Either<ReadonlyArray<Mistake>, FromChalice> => {
  const json = parse(text)
  if (isLeft(json)) return json
  const stages = stagesIn(json.right)
  const { value, unknown, notes } = translate(json.right, WHOLE_NAMES, { at: [], folder })
  const given = isRecord(value) ? { ...DEFAULTS, ...value } : value
  const draft = findings(given, { functions: [] }).read
  const files = policyFiles(draft, stages, folder)
  const { wrong, ignored, read } = findings(
    files.reduce(withPolicyFile, given),
    { functions: functionsIn(draft) },
    unknown.map(meantPlace),
  )
  const mistakes = [...unknown, ...wrong.map(inItsWords)].map(mistake)
  if (mistakes.length > 0) return left(mistakes)
  const useful = findings(
    ignored.reduce<unknown>((rest, { at }) => without(rest, at), read),
    { functions: functionsIn(draft) },
  )
  return right({
    configuration: useful.read,
    notes: [
      ...notes,
      ...(stages.length === 0 && files.length > 0
        ? [`'${ONLY_STAGE}' is the one stage: the file names none, and which policy file another would take`]
        : []),
      ...ignored
        .filter((each) => !isCopied(each, files))
        .map(inItsWords)
        .map(({ at, message }) => `${pathOf(at)} is left out: ${message}`),
    ],
  })
}
