import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare } from './bootstrapped.ts'
import { missingEmulator, startEmulator } from './emulator.ts'
import { missingPlatform } from './project.ts'

const repository = join(import.meta.dirname, '../../..')

/** An account without AWS: the emulated APIs, and the folder that the CLI takes for the user's configuration. */
export interface Cloud {
  readonly endpoint: string
  readonly region: string
  readonly configHome: string
  /** For what a test unpacks. */
  readonly folder: string
  readonly close: () => Promise<void>
}

/** The sst binary as npm has installed it; the package's own launcher looks for the same file. */
export const sstBinary = (): string =>
  join(repository, `node_modules/sst-${process.platform}-${process.arch}/bin/sst`)

/** Why nothing can be deployed here, or undefined. */
export const missingCloud = (): string | undefined => {
  if (process.platform !== 'linux')
    return `the engine's stand-in is written for Linux, not for ${process.platform}`
  if (!existsSync(sstBinary())) return `there is no ${sstBinary()}: run 'npm ci'`
  return missingPlatform() ?? missingEmulator()
}

/** Starts an account in which nothing is deployed, private to whoever starts it; close it in the end. @throws Error */
export const startCloud = async (region = 'us-east-1'): Promise<Cloud> => {
  const { endpoint, close } = await startEmulator()
  await prepare(endpoint, region)
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'calix-cloud-')))
  const configHome = join(folder, 'config')
  const bin = join(configHome, 'sst/bin')
  mkdirSync(bin, { recursive: true })
  const engine = join(import.meta.dirname, 'engine/engine.ts')
  writeFileSync(join(bin, 'pulumi'), `#!/bin/sh\nexec '${process.execPath}' '${engine}' "$@"\n`)
  chmodSync(join(bin, 'pulumi'), 0o755)
  return {
    endpoint,
    region,
    configHome,
    folder,
    close: async () => {
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
