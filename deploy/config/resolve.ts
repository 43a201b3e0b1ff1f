import { type Either, left, right } from '#fp/Either'
import { isFunctionOption } from './codec.ts'
import type { Configuration, FunctionOverrides, Stage, StageOptions } from './configuration.ts'
import { type Defaulted, FUNCTION_DEFAULTS, STAGE_DEFAULTS } from './defaults.ts'
import { didYouMean } from './did-you-mean.ts'
import { type Key, type Mistake, mistake, named } from './mistake.ts'

/** The options of one place in a configuration. */
export interface Layer {
  /** Where they stand: `['stages', 'prod']`. */
  readonly at: ReadonlyArray<Key>
  readonly options: FunctionOverrides & StageOptions
}

/**
 * A stage with every default filled in that there is.
 *
 * @since 0.1.0
 */
export interface ResolvedStage extends Defaulted<StageOptions, typeof STAGE_DEFAULTS> {
  /** The stage's name. */
  readonly stage: string
  readonly appName?: string
  readonly apiGatewayStage: string
  /** One function's options in this stage; `name` is `api`, a route's key or an authorizer's name. */
  readonly forFunction: (name: string) => ResolvedFunction
}

/**
 * A function's options in a stage, with every default filled in that there is.
 *
 * @since 0.1.0
 */
export interface ResolvedFunction extends Defaulted<FunctionOverrides, typeof FUNCTION_DEFAULTS> {
  readonly name: string
}

/** `*` in `stages`: every stage that is not named. */
export const ANY_STAGE = '*'

const own = <A>(record: Readonly<Record<string, A>> | undefined, key: string): A | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined

/** A place's options without the places inside it. */
const optionsOf = (place: Configuration): Layer['options'] => {
  const { appName: _name, stages: _stages, lambdaFunctions: _functions, ...options } = place
  return options
}

/** What a stage is called in `stages`: by its name, or as any; nothing when it stands there in neither way. */
const entryOf = ({ stages = {} }: Configuration, stage: string): string | undefined =>
  Object.hasOwn(stages, stage) ? stage : Object.hasOwn(stages, ANY_STAGE) ? ANY_STAGE : undefined

/** The places that speak for a stage, and for a function in it where one is named; the least specific first. */
export const layersOf = (
  configuration: Configuration,
  stage: string,
  functionName?: string,
): ReadonlyArray<Layer> => {
  const entry = entryOf(configuration, stage)
  const inStage: Stage | undefined = entry === undefined ? undefined : configuration.stages?.[entry]
  const atTop = functionName === undefined ? undefined : own(configuration.lambdaFunctions, functionName)
  const inBoth = functionName === undefined ? undefined : own(inStage?.lambdaFunctions, functionName)
  return [
    { at: [], options: optionsOf(configuration) },
    ...(atTop ? [{ at: ['lambdaFunctions', functionName ?? ''], options: atTop }] : []),
    ...(inStage ? [{ at: ['stages', entry ?? ''], options: optionsOf(inStage) }] : []),
    ...(inBoth
      ? [{ at: ['stages', entry ?? '', 'lambdaFunctions', functionName ?? ''], options: inBoth }]
      : []),
  ]
}

const defined = <A extends object>(options: A): A =>
  // Fewer entries of the same record are still that record: all of its options may be absent.
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as A

/**
 * Options over options: `environmentVariables` and `tags` are merged, the rest of the more specific ones replaces.
 * Associative, and `{}` is its identity.
 *
 * @since 0.1.0
 */
export const overlay = <A extends FunctionOverrides & StageOptions>(less: A, more: A): A => {
  const over = { ...defined(less), ...defined(more) }
  const environmentVariables = { ...less.environmentVariables, ...more.environmentVariables }
  const tags = { ...less.tags, ...more.tags }
  return {
    ...over,
    ...(over.environmentVariables === undefined ? {} : { environmentVariables }),
    ...(over.tags === undefined ? {} : { tags }),
  }
}

/** What the places say together, the last of them the most specific. */
export const overlaid = (layers: ReadonlyArray<Layer>): Layer['options'] =>
  layers.reduce<Layer['options']>((less, { options }) => overlay(less, options), {})

const unknownStage = (stages: object, stage: string): Mistake => {
  const meant = didYouMean(stage, Object.keys(stages))
  return mistake({
    at: ['stages'],
    message: `there is no stage ${named(stage)}${meant} ('*': {} beside the others allows any name)`,
  })
}

/** What the places say of a function, without what is a stage's to say. */
const functionOf = (configuration: Configuration, stage: string, name: string): ResolvedFunction => {
  const options = Object.entries(overlaid(layersOf(configuration, stage, name)))
  const own: FunctionOverrides = Object.fromEntries(options.filter(([key]) => isFunctionOption(key)))
  return { ...FUNCTION_DEFAULTS, ...own, name }
}

/**
 * What a configuration says of one stage.
 *
 * @returns a mistake that names the nearest stage when `stages` has neither the name nor `*`.
 * @since 0.1.0
 */
export const resolveStage = (
  configuration: Configuration,
  stage: string,
): Either<ReadonlyArray<Mistake>, ResolvedStage> => {
  const { stages, appName } = configuration
  if (stages !== undefined && entryOf(configuration, stage) === undefined)
    return left([unknownStage(stages, stage)])
  return right({
    ...STAGE_DEFAULTS,
    apiGatewayStage: stage,
    ...overlaid(layersOf(configuration, stage)),
    ...(appName === undefined ? {} : { appName }),
    stage,
    forFunction: (name) => functionOf(configuration, stage, name),
  })
}
