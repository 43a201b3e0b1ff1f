// @ts-nocheck Iterator helpers are newer than the libraries that the repository compiles against.
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, post, route, routes } from 'calix'

const s3 = new S3Client({})
const save = async (Key: string) => {
  await s3.send(new PutObjectCommand({ Bucket: 'many', Key, Body: '' }))
  return null
}
const KEYS = ['k-list-a', 'k-list-b']
const table = { one: () => save('k-table') }
const registry = new Map<string, () => Promise<null>>([['x', () => save('k-map')]])
const weak = new WeakMap<object, () => Promise<null>>()
const owner = {}
weak.set(owner, () => save('k-weak-map'))
const set = new Set([() => save('k-set')])
function* steps() {
  yield 'k-generated'
}
const pairs = [['pair', () => save('k-pair')]] as const
const queue: Array<() => Promise<null>> = []
queue.push(() => save('k-pushed'))
const matrix = [[() => save('k-flat')]]

export const app = calix(
  {},
  routes(
    route(post('/for-each'), async () => {
      const all: Array<Promise<null>> = []
      KEYS.forEach((key) => all.push(save(key)))
      await Promise.all(all)
      return null
    }),
    route(post('/values'), () => Promise.all(Object.values(table).map((f) => f()))),
    route(post('/entries'), () => Promise.all(Object.entries(table).map(([, f]) => f()))),
    route(post('/map'), () => registry.get('x')?.() ?? null),
    route(post('/map-values'), () => Promise.all([...registry.values()].map((f) => f()))),
    route(post('/weak-map'), () => weak.get(owner)?.() ?? null),
    route(post('/set'), async () => {
      for (const f of set) await f()
      return null
    }),
    route(post('/generated'), async () => {
      for (const key of steps()) await save(key)
      return null
    }),
    route(post('/spread-generator'), () => Promise.all([...steps()].map(save))),
    route(post('/pair'), () => Promise.all(pairs.map(([, f]) => f()))),
    route(post('/pushed'), () => Promise.all(queue.splice(0).map((f) => f()))),
    route(post('/flat'), () => matrix.flat()[0]?.() ?? null),
    route(post('/flat-map'), () => Promise.all([1].flatMap(() => [save('k-flat-map')]))),
    route(post('/from'), () => Promise.all(Array.from({ length: 2 }, () => save('k-from')))),
    route(post('/reduce'), () =>
      ['k-reduce'].reduce<Promise<unknown>>(
        (before, key) => before.then(() => save(key)),
        Promise.resolve(null),
      ),
    ),
    route(post('/reduce-right'), () =>
      ['k-reduce-right'].reduceRight((_, key) => save(key), Promise.resolve(null)),
    ),
    route(post('/find'), async () => {
      const f = [() => save('k-find')].find((each) => typeof each === 'function')
      return f?.() ?? null
    }),
    route(post('/filter'), () =>
      Promise.all([save, undefined].filter((f) => f !== undefined).map((f) => f('k-filter'))),
    ),
    route(post('/some'), () => {
      let p: Promise<null> | undefined
      ;['k-some'].some((key) => {
        p = save(key)
        return true
      })
      return p ?? null
    }),
    route(post('/at'), () => [save].at(-1)?.('k-at') ?? null),
    route(post('/concat'), () =>
      [].concat([save] as never)[0] === undefined
        ? null
        : ([save].concat([]).map((f) => f('k-concat'))[0] ?? null),
    ),
    route(post('/from-entries'), () => Object.fromEntries([['go', save]]).go?.('k-from-entries') ?? null),
    route(post('/destructured-loop'), async () => {
      for (const { go } of [{ go: () => save('k-destructured-loop') }]) await go()
      return null
    }),
    route(post('/sorted'), () =>
      Promise.all(
        ['k-sorted']
          .slice()
          .sort()
          .reverse()
          .map((key) => save(key)),
      ),
    ),
    route(post('/iterator-helpers'), () =>
      Promise.all(
        steps()
          .map((key) => save(key))
          .toArray(),
      ),
    ),
  ),
)
