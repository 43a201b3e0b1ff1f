import { vi } from 'vitest'
import { gateways } from '../../testing/index.ts'
import { type CalixLocal, calixLocal } from '../docs/calix-local.ts'
import { type Caller, socketCaller } from './caller.ts'

/** A way to reach the tutorial, with an app of its own: what it keeps in memory is its own as well. */
export interface Way {
  readonly name: string
  readonly open: (debug: boolean) => Promise<Caller>
  readonly close: () => Promise<void>
}

const inProcess: ReadonlyArray<Way> = gateways.map((gateway) => ({
  name: `an event of ${gateway.name}`,
  open: async (debug) => {
    vi.stubEnv('DEBUG', debug ? '1' : undefined)
    // The app comes with its own calix, so the client has to come with the same one.
    vi.resetModules()
    const { client } = await import('../../testing/index.ts')
    const { app } = await import('../../examples/tutorial/app.ts')
    return client(app, { gateway }).request
  },
  close: async () => {
    vi.unstubAllEnvs()
  },
}))

const overSocket = (payload: string): Way => {
  let local: CalixLocal | undefined
  return {
    name: `calix local --payload ${payload}`,
    open: async (debug) => {
      local = await calixLocal({ flags: ['--payload', payload], env: debug ? { DEBUG: '1' } : {} })
      return socketCaller(local.url)
    },
    close: async () => local?.stop(),
  }
}

/** Every way: an event of each gateway, and the socket of the local server. */
export const ways: ReadonlyArray<Way> = [...inProcess, ...['rest', 'http', '1.0'].map(overSocket)]
