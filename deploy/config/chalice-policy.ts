import { join } from 'node:path'
import { stageName } from './chalice-translation.ts'
import type { Configuration } from './configuration.ts'
import { FUNCTION_DEFAULTS } from './defaults.ts'
import { layersOf, overlaid } from './resolve.ts'

/** A policy file that Chalice takes though its file does not say so. */
export interface PolicyFile {
  /** Ours, not Chalice's, name of the stage. */
  readonly stage: string
  /** The function whose own it is; absent when it is the stage's. */
  readonly functionName?: string
  readonly file: string
}

/** Chalice's name of the one stage where none is named. */
export const ONLY_STAGE = 'dev'

/**
 * The policy files that go without saying: `policy-<stage>.json` where the policy is not to be derived.
 *
 * @param stages Chalice's names of the stages.
 */
export const policyFiles = (
  configuration: Configuration,
  stages: ReadonlyArray<string>,
  folder: string,
): ReadonlyArray<PolicyFile> => {
  const atTop = Object.entries(configuration.lambdaFunctions ?? {})
  return (stages.length === 0 ? [ONLY_STAGE] : stages).flatMap((name) => {
    const stage = stageName(name)
    const names = [
      ...atTop.map(([each]) => each),
      ...Object.keys(configuration.stages?.[stage]?.lambdaFunctions ?? {}),
    ]
    const needed = (functionName?: string): 'nothing' | 'a file' | { readonly said: string } => {
      const told = { ...FUNCTION_DEFAULTS, ...overlaid(layersOf(configuration, stage, functionName)) }
      if (told.autogenPolicy || !told.manageIamRole) return 'nothing'
      return told.iamPolicyFile === undefined ? 'a file' : { said: told.iamPolicyFile }
    }
    const file = join(folder, `policy-${name}.json`)
    if (needed() !== 'a file')
      return names.flatMap((functionName) =>
        needed(functionName) === 'a file' ? [{ stage, functionName, file }] : [],
      )
    // A stage's file would win over the one that a function at the top has.
    const said = names.flatMap((functionName) => {
      const own = needed(functionName)
      return typeof own === 'string' ? [] : [{ stage, functionName, file: own.said }]
    })
    return [{ stage, file }, ...said]
  })
}
