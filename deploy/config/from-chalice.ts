import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isLeft } from '#fp/Either'
import { readChalice } from './chalice.ts'
import { rememberFile } from './chalice-functions.ts'
import type { Configuration } from './configuration.ts'
import { ConfigurationError } from './configuration-error.ts'

const read = (file: string, path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new ConfigurationError([{ path: '', message: `it cannot be read (${why}) at ${path}` }], file)
  }
}

/**
 * The configuration that an existing Chalice project has (https://aws.github.io/chalice/topics/configfile.html), all its
 * stages. What Chalice's file leaves to Chalice stays as it was: `apiGatewayStage` is `api`, the endpoint `EDGE`, logs are
 * kept for ever, and where `autogen_policy` is false the policy is in `policy-<stage>.json` beside the file. The
 * architecture is ours, as the code is. `api_handler` is called `api`; what has no counterpart, or no effect, is left out,
 * and `console.warn` says so. `lambda_functions` may have functions that are no route's and no authorizer's: `deploy` leaves
 * them out, and says so as well.
 *
 * Chalice takes any name as a stage. Here the stages are those that the file names, so that a misspelt one is found; to
 * take any again, add `*`: `{ ...chalice, stages: { ...chalice.stages, '*': {} } }`. A file without `stages` allows any,
 * unless a policy file is named after the stage, which is then `dev`.
 *
 * @param file the path of `config.json`, as in `.chalice/config.json`.
 * @param options.root the project's folder, from which `file` and the policy files are named; when absent, the folder
 * of sst.config.ts where SST runs this, and the working directory elsewhere.
 * @throws ConfigurationError that lists every mistake, under Chalice's names.
 * @since 0.1.0
 */
export const fromChalice = (file: string, options: { readonly root?: string } = {}): Configuration => {
  // SST evaluates its configuration in a folder of its own.
  const root = options.root ?? (typeof $cli === 'undefined' ? '.' : $cli.paths.root)
  const text = read(file, resolve(root, file))
  const result = readChalice(text, dirname(file))
  if (isLeft(result)) throw new ConfigurationError(result.left, file)
  for (const note of result.right.notes) console.warn(`${file}: ${note}`)
  rememberFile(result.right.configuration, file)
  return result.right.configuration
}
