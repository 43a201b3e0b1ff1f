import type { Configuration, Stage } from './configuration.ts'
import { CONTRADICTIONS, IDLE, type Option, type Told } from './contradiction.ts'
import { STAGE_DEFAULTS } from './defaults.ts'
import { type Finding, type Key, pathOf } from './mistake.ts'
import { type Layer, layersOf, overlaid } from './resolve.ts'

/** A function in a stage, with all that is said of it. */
interface Scope {
  readonly layers: ReadonlyArray<Layer>
  readonly told: Told
}

/** What is to be checked. */
export interface Checked {
  readonly configuration: Configuration
  /** The names of the functions that there can be. */
  readonly functions: ReadonlyArray<string>
  /** Whether an option was written in this place but cannot be read: nothing is concluded from its absence. */
  readonly isDoubtful: (at: ReadonlyArray<Key>) => boolean
}

const isRouteKey = (name: string): boolean => /^\S+ \//.test(name)

/** The names of the stages that can be told apart; one without a name where all are alike. */
const stagesOf = ({ stages }: Configuration): ReadonlyArray<string> => {
  const names = Object.keys(stages ?? {})
  return names.length === 0 ? [''] : names
}

const shapeOf = (configuration: Configuration, stage: string) =>
  overlaid(layersOf(configuration, stage)).functions ?? STAGE_DEFAULTS.functions

/** Every function of every stage. */
const scopesOf = ({ configuration, functions }: Checked): ReadonlyArray<Scope> =>
  stagesOf(configuration).flatMap((stage) => {
    const isSingle = shapeOf(configuration, stage) === 'single'
    const names = functions.filter((name) => (isSingle ? !isRouteKey(name) : name !== 'api'))
    return (names.length === 0 ? ['api'] : names).map((name) => {
      const layers = layersOf(configuration, stage, name)
      return { layers, told: { ...STAGE_DEFAULTS, ...overlaid(layers) } }
    })
  })

const has = ({ options }: Layer, option: Option): boolean => options[option] !== undefined

const isClear = ({ layers }: Scope, about: ReadonlyArray<Option>, { isDoubtful }: Checked): boolean =>
  !layers.some(({ at }) => about.some((option) => isDoubtful([...at, option])))

/** The most specific place that speaks of any of the options, and of which. */
const blamed = ({ layers }: Scope, about: ReadonlyArray<Option>): ReadonlyArray<Key> => {
  const layer = layers.findLast((each) => about.some((option) => has(each, option)))
  const option = about.find((each) => layer !== undefined && has(layer, each))
  return [...(layer?.at ?? []), option ?? about[0] ?? '']
}

const unique = (findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> => [
  ...new Map(findings.map((each) => [`${pathOf(each.at)}: ${each.message}`, each])).values(),
]

/** What cannot be deployed together, each where it is most specific, once. */
export const contradictions = (checked: Checked): ReadonlyArray<Finding> =>
  unique(
    scopesOf(checked).flatMap((scope) =>
      CONTRADICTIONS.flatMap(({ about, refusal }) => {
        const message = refusal(scope.told)
        if (message === undefined || !isClear(scope, about, checked)) return []
        return [{ at: blamed(scope, about), message }]
      }),
    ),
  )

/** Options of which nothing comes in any function of any stage. */
const idleOptions = (checked: Checked): ReadonlyArray<Finding> => {
  const scopes = scopesOf(checked)
  return IDLE.flatMap(({ about, isUsed, message }) => {
    const places = new Map<string, { readonly at: ReadonlyArray<Key>; readonly isUsed: boolean }>()
    for (const scope of scopes) {
      const layer = scope.layers.findLast((each) => has(each, about[0]))
      if (layer === undefined) continue
      const at = [...layer.at, about[0]]
      const before = places.get(pathOf(at))?.isUsed ?? false
      places.set(pathOf(at), { at, isUsed: before || isUsed(scope.told) || !isClear(scope, about, checked) })
    }
    return [...places.values()].filter((each) => !each.isUsed).map(({ at }) => ({ at, message }))
  })
}

/** Functions of routes where no stage that could read of them has such. */
const idleFunctions = ({ configuration, functions, isDoubtful }: Checked): ReadonlyArray<Finding> => {
  const all = stagesOf(configuration)
  const idle = (place: Stage, at: ReadonlyArray<Key>, stages: ReadonlyArray<string>) =>
    Object.keys(place.lambdaFunctions ?? {})
      // One that there is not is a mistake already.
      .filter((name) => isRouteKey(name) && functions.includes(name))
      .filter(() =>
        stages.every(
          (stage) =>
            shapeOf(configuration, stage) === 'single' &&
            !isDoubtful(['functions']) &&
            !isDoubtful(['stages', stage, 'functions']),
        ),
      )
      .map((name) => ({
        at: [...at, 'lambdaFunctions', name],
        message: "a route has its own function only with functions: 'per-route', and it is 'single'",
      }))
  return [
    ...idle(configuration, [], all),
    ...Object.entries(configuration.stages ?? {}).flatMap(([name, stage]) =>
      idle(stage, ['stages', name], [name]),
    ),
  ]
}

/** What would be ignored. */
export const idle = (checked: Checked): ReadonlyArray<Finding> => [
  ...idleOptions(checked),
  ...idleFunctions(checked),
]
