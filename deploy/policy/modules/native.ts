import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PolicyError } from '../policy-error.ts'

/**
 * Loads a package that has native parts, when it is first needed. It is looked for beside this file, then from the
 * project, then beside calix as the project has it: SST bundles what an sst.config.ts imports, which a native part cannot
 * be in, and some package managers show a project nothing but its own dependencies.
 *
 * @param root the project's folder
 * @throws PolicyError when it is nowhere.
 */
export const loadNative = (name: string, root: string): unknown => {
  const places = [import.meta.url, join(root, 'package.json'), calixOf(root)]
  for (const place of places) {
    if (place === undefined) continue
    try {
      return createRequire(place)(name)
    } catch (error) {
      if (!isMissing(error, name))
        throw new PolicyError(
          `'${name}' cannot be loaded: ${error instanceof Error ? error.message.split('\n')[0] : String(error)} It has a part for each kind of machine: install again, with optional dependencies`,
        )
    }
  }
  throw new PolicyError(`'${name}' is not installed: it is a dependency of calix, so install calix again`)
}

const calixOf = (root: string): string | undefined => {
  try {
    return createRequire(join(root, 'package.json')).resolve('calix')
  } catch {
    return undefined
  }
}

const isMissing = (error: unknown, name: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'MODULE_NOT_FOUND' &&
  error.message.includes(name)
