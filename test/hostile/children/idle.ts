// Answers, and is then to end by itself, though Lambda would give it another minute.
import { setTimeout as sleep } from 'node:timers/promises'
import { calix, get, route, use } from 'calix'
import { call } from './call.ts'

const log = () => undefined
const MINUTE = 60_000

const appOf = (handler: () => unknown) => calix({ log }, route(get('/'), handler))

const WAYS: Readonly<Record<string, () => Promise<unknown>>> = {
  'at-once': () =>
    call(
      appOf(() => 'well'),
      MINUTE,
    ),
  later: () =>
    call(
      appOf(() => sleep(20, 'well')),
      MINUTE,
    ),
  failing: () =>
    call(
      appOf(() => sleep(20).then(() => Promise.reject(new Error('ill')))),
      MINUTE,
    ),
  'throwing-then': () =>
    call(
      appOf(() =>
        Object.defineProperty({}, 'then', {
          value: () => {
            throw new Error('ill')
          },
        }),
      ),
      MINUTE,
    ),
  early: () => call(use({ before: () => sleep(20, { statusCode: 200 }) })(appOf(() => 'well')), MINUTE),
  many: () => {
    const app = appOf(() => sleep(20, 'well'))
    return Promise.all(Array.from({ length: 100 }, (_, index) => call(app, MINUTE - index)))
  },
  never: () =>
    call(
      appOf(() => new Promise(() => undefined)),
      50,
    ),
}

const way = WAYS[process.argv[2] ?? '']
if (way === undefined) throw new TypeError(`There is no way '${process.argv[2]}'`)
await way()
console.log('done')
