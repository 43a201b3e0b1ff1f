import type { Toolchain } from './toolchain.ts'

/** A project's package.json. */
export const manifest = (name: string, toolchain: Toolchain): string => {
  const { node, ...dependencies } = toolchain
  const written = {
    name,
    version: '0.0.0',
    private: true,
    type: 'module',
    engines: { node },
    scripts: {
      start: 'calix local',
      test: 'tsc && vitest run',
      types: 'tsc && tsc -p tsconfig.sst.json',
      dev: 'sst dev',
      deploy: 'sst deploy',
    },
    ...dependencies,
  }
  return `${JSON.stringify(written, undefined, 2)}\n`
}
