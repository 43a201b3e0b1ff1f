import { vi } from 'vitest'
import type { App } from '../../src/app.ts'
import { gateways } from '../../testing/index.ts'
import { type CalixLocal, calixLocal } from '../docs/calix-local.ts'
import { type Caller, socketCaller } from './caller.ts'

/** Variables of the environment; one that is `undefined` is not set. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A way to reach an app, of which each opening has its own: what it keeps in memory is its own as well. */
export interface Way {
  readonly name: string
  /** Whether the gateway decodes paths itself, as HTTP APIs do, so that an encoded slash separates like any other. */
  readonly decodesPaths: boolean
  readonly open: (environment?: Environment) => Promise<Caller>
  readonly close: () => Promise<void>
}

/** An app of the tutorial. */
export interface Served {
  /** The file that exports it, from the repository's root. */
  readonly entry: string
  readonly load: () => Promise<{ readonly app: App }>
}

const inProcess = ({ load }: Served): ReadonlyArray<Way> =>
  gateways.map((gateway) => ({
    name: `an event of ${gateway.name}`,
    decodesPaths: gateway.name.startsWith('http'),
    open: async (environment = {}) => {
      for (const [name, value] of Object.entries({ DEBUG: undefined, ...environment }))
        vi.stubEnv(name, value)
      // The app comes with its own calix, so the client has to come with the same one.
      vi.resetModules()
      const { client } = await import('../../testing/index.ts')
      const { app } = await load()
      return client(app, { gateway }).request
    },
    close: async () => {
      vi.unstubAllEnvs()
    },
  }))

const isSet = (variable: [string, string | undefined]): variable is [string, string] =>
  variable[1] !== undefined

const overSocket = ({ entry }: Served, payload: string): Way => {
  let local: CalixLocal | undefined
  return {
    name: `calix local --payload ${payload}`,
    decodesPaths: payload !== 'rest',
    open: async (environment = {}) => {
      const env = Object.fromEntries(Object.entries(environment).filter(isSet))
      local = await calixLocal({ entry, flags: ['--payload', payload], env })
      return socketCaller(local.url)
    },
    close: async () => local?.stop(),
  }
}

/** Every way to an app: an event of each gateway, and the socket of the local server. */
export const waysTo = (served: Served): ReadonlyArray<Way> => [
  ...inProcess(served),
  ...['rest', 'http', '1.0'].map((payload) => overSocket(served, payload)),
]

/** Every way to the tutorial's main app. */
export const ways: ReadonlyArray<Way> = waysTo({
  entry: 'examples/tutorial/app.ts',
  load: () => import('../../examples/tutorial/app.ts'),
})
