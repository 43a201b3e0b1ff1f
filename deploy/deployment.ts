import { type Either, isLeft, left, right } from '#fp/Either'
import type { Outline } from '../src/outline.ts'
import { incapabilities } from './capability.ts'
import { otherFunctions } from './config/chalice-functions.ts'
import type { Configuration } from './config/configuration.ts'
import type { Option } from './config/contradiction.ts'
import { findings } from './config/decode.ts'
import { type Key, type Mistake, mistake } from './config/mistake.ts'
import { isRecord } from './config/option-record.ts'
import { ANY_STAGE, type ResolvedStage, resolveStage } from './config/resolve.ts'
import { functionNames } from './functions.ts'
import { httpMethods, restMethods } from './gateway-method.ts'
import { fileMistakes, fileOf, handlerMistakes } from './named-files.ts'
import type { GatewayMethod } from './place.ts'

/** A deployment that can be made. */
export interface Deployment {
  readonly stage: ResolvedStage
  /** The file that has the app's handler, from the project's folder. */
  readonly file: string
  /** What the gateway does with which requests; nothing for a function URL, which has one function alone. */
  readonly methods: ReadonlyArray<GatewayMethod>
  /** What is left out of the configuration, a line each. */
  readonly notes: ReadonlyArray<string>
}

const methodsOf = (
  outline: Outline,
  { gateway, functions, apiGatewayQuota }: ResolvedStage,
): Either<string, ReadonlyArray<GatewayMethod>> => {
  if (gateway === 'rest') return restMethods(outline, functions === 'single', apiGatewayQuota)
  if (gateway === 'http') return httpMethods(outline, functions === 'single', apiGatewayQuota)
  return functions === 'single'
    ? right([])
    : left("a function URL is one function's: use functions 'single', or gateway 'rest' or 'http'")
}

/** Whether what is said of an option can be relied on: nothing is concluded from what could not be read. */
type IsCertain = (...options: ReadonlyArray<Option>) => boolean

/** What a gateway cannot do for the routes. */
const gatewayMistakes = (
  outline: Outline,
  stage: ResolvedStage,
  methods: Either<string, ReadonlyArray<GatewayMethod>>,
  isCertain: IsCertain,
): ReadonlyArray<Mistake> => [
  ...(isCertain('gateway') ? incapabilities(outline, stage.gateway) : []),
  ...(isLeft(methods) && isCertain('gateway', 'functions', 'apiGatewayQuota')
    ? [{ path: 'gateway', message: methods.left }]
    : []),
]

/** What could be read of a configuration. */
interface Looked {
  readonly read: Configuration
  readonly isDoubtful: (at: ReadonlyArray<Key>) => boolean
}

/** What is wrong with a stage, beside what the configuration says of it. */
const stageMistakes = (
  outline: Outline,
  stage: ResolvedStage,
  methods: Either<string, ReadonlyArray<GatewayMethod>>,
  { isDoubtful }: Looked,
  root: string,
): ReadonlyArray<Mistake> => {
  const places = [[], ['stages', stage.stage], ['stages', ANY_STAGE]]
  const isCertain: IsCertain = (...options) =>
    ![...places, ['stages']].some(isDoubtful) &&
    !places.some((at) => options.some((option) => isDoubtful([...at, option])))
  return [...gatewayMistakes(outline, stage, methods, isCertain), ...fileMistakes(outline, stage, root)]
}

/** The names in `stages` as they are written, whatever is under them. */
const writtenStages = (configuration: unknown): ReadonlyArray<string> =>
  isRecord(configuration) && isRecord(configuration.stages) ? Object.keys(configuration.stages) : []

/** What is wrong whichever of some stages is meant. */
const commonMistakes = (
  outline: Outline,
  stages: ReadonlyArray<string>,
  looked: Looked,
  root: string,
): ReadonlyArray<Mistake> => {
  const [first = [], ...others] = stages.map((name) => {
    const stage = resolveStage(looked.read, name)
    return isLeft(stage)
      ? []
      : stageMistakes(outline, stage.right, methodsOf(outline, stage.right), looked, root)
  })
  return first.filter(({ path, message }) =>
    others.every((mistakes) => mistakes.some((each) => each.path === path && each.message === message)),
  )
}

/**
 * What is to be deployed, or everything that is wrong: in the configuration, with the stage, for the gateway, and with
 * the files that are named.
 *
 * @param name the stage's
 */
export const deploymentOf = (
  outline: Outline,
  handler: string,
  configuration: unknown,
  name: string,
  root: string,
): Either<ReadonlyArray<Mistake>, Deployment> => {
  const functions = functionNames(outline)
  const others = otherFunctions(configuration, functions)
  const looked = findings(configuration, { functions, others: others.map(({ at }) => at) })
  const found = [
    ...handlerMistakes('handler', handler, root),
    ...[...looked.wrong, ...looked.ignored].map(mistake),
  ]
  const resolved = resolveStage(looked.read, name)
  if (isLeft(resolved)) {
    const stages = writtenStages(configuration)
    // One that is there and cannot be read is a mistake already, and nothing more is known of it.
    if ([name, ANY_STAGE].some((each) => stages.includes(each))) return left(found)
    return left([...found, ...resolved.left, ...commonMistakes(outline, stages, looked, root)])
  }
  const stage = resolved.right
  const methods = methodsOf(outline, stage)
  const all = [...found, ...stageMistakes(outline, stage, methods, looked, root)]
  return all.length > 0 || isLeft(methods)
    ? left(all)
    : right({
        stage,
        methods: methods.right,
        file: fileOf(handler, root) ?? '',
        notes: others.map(({ note }) => note),
      })
}
