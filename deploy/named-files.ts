import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Outline } from '../src/outline.ts'
import { type Mistake, named } from './config/mistake.ts'
import type { ResolvedStage } from './config/resolve.ts'
import { functionsOf } from './functions.ts'
import { isFileRead, policyMistakes } from './policy-file.ts'

const ENDINGS = ['.ts', '.mts', '.js', '.mjs', '.tsx', '.jsx', '.cts', '.cjs']

/** The file of a handler such as `src/app.handler`, from the project's folder; undefined when there is none. */
export const fileOf = (handler: string, root: string): string | undefined => {
  const file = handler.slice(0, Math.max(0, handler.lastIndexOf('.')))
  const ending = ENDINGS.find((each) => file !== '' && existsSync(join(root, file + each)))
  return ending === undefined ? undefined : file + ending
}

/**
 * What is wrong with a handler: that it names no export, or that there is no such file.
 *
 * @param path which option it is
 */
export const handlerMistakes = (path: string, handler: string, root: string): ReadonlyArray<Mistake> => {
  if (fileOf(handler, root) !== undefined) return []
  const file = handler.slice(0, Math.max(0, handler.lastIndexOf('.')))
  const why =
    file === '' || file.endsWith('/')
      ? 'it names no export'
      : `there is no ${file}.ts, nor with another ending, in the folder of sst.config.ts`
  return [{ path, message: `${named(handler)} is to be a file and its export, as 'src/app.handler': ${why}` }]
}

/** What files of a stage cannot be read. */
export const fileMistakes = (
  outline: Outline,
  stage: ResolvedStage,
  root: string,
): ReadonlyArray<Mistake> => {
  const { apiGatewayPolicyFile } = stage
  const found = functionsOf(outline, stage).flatMap((options) => [
    ...(options.handler === undefined
      ? []
      : handlerMistakes(`lambdaFunctions['${options.name}'].handler`, options.handler, root)),
    ...(isFileRead(options) ? policyMistakes('iamPolicyFile', options.iamPolicyFile, root) : []),
  ])
  const all = [
    ...found,
    ...(apiGatewayPolicyFile === undefined
      ? []
      : policyMistakes('apiGatewayPolicyFile', apiGatewayPolicyFile, root)),
  ]
  // Many functions may have one file.
  return [...new Map(all.map((each) => [`${each.path} ${each.message}`, each])).values()]
}
