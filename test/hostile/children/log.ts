// Fails with a log that fails as well: a rejection that nobody handles would end this process.
import { setTimeout as sleep } from 'node:timers/promises'
import { type AppOptions, calix, get, route } from 'calix'
import { call } from './call.ts'

const WAYS: Readonly<Record<string, AppOptions>> = {
  throws: {
    log: () => {
      throw new Error('no log today')
    },
  },
  rejects: { log: () => Promise.reject(new Error('no log today')) },
  thenable: {
    log: () =>
      Object.defineProperty({}, 'then', {
        value: (_resolve: unknown, reject: ((reason: unknown) => void) | undefined) =>
          reject?.(new Error('no log today')),
      }),
  },
  console: {},
}

const fail = (): never => {
  throw new Error('unreadable')
}

const unprintable = new Proxy(new Error('unprintable'), {
  get: fail,
  has: fail,
  ownKeys: fail,
  getOwnPropertyDescriptor: fail,
  getPrototypeOf: fail,
})

const options = WAYS[process.argv[2] ?? '']
if (options === undefined) throw new TypeError(`There is no way '${process.argv[2]}'`)
console.log(
  await call(
    calix(
      options,
      route(get('/'), () => {
        throw unprintable
      }),
    ),
    5000,
  ),
)
await sleep(20)
console.log('alive')
