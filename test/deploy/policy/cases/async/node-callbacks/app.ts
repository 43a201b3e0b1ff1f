// @ts-nocheck Streams and disposal are newer than the libraries that the repository compiles against.
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, post, route, routes } from 'calix'
import { Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { EventEmitter } from 'node:events'

const s3 = new S3Client({})
const save = async (Key: string) => {
  await s3.send(new PutObjectCommand({ Bucket: 'many', Key, Body: '' }))
  return null
}
const locked = () => ({ [Symbol.asyncDispose]: () => save('k-disposal').then(() => {}) })
const after = <A>(f: () => Promise<A>) =>
  new Promise<A>((resolve, reject) => setTimeout(() => f().then(resolve, reject), 0))
const writer = () =>
  new Writable({
    objectMode: true,
    write: (_chunk, _encoding, done) => {
      save('k-writable').then(() => done(), done)
    },
  })

export const app = calix(
  {},
  routes(
    route(post('/timeout'), () => after(() => save('k-timeout'))),
    route(
      post('/timeout-argument'),
      () =>
        new Promise((resolve) => setTimeout((key: string) => resolve(save(key)), 0, 'k-timeout-argument')),
    ),
    route(
      post('/next-tick'),
      () => new Promise((resolve) => process.nextTick(() => resolve(save('k-next-tick')))),
    ),
    route(
      post('/microtask'),
      () => new Promise((resolve) => queueMicrotask(() => resolve(save('k-microtask')))),
    ),
    route(post('/with-resolvers'), () => {
      const { promise, resolve } = Promise.withResolvers()
      save('k-with-resolvers').then(resolve)
      return promise
    }),
    route(post('/then-value'), () => Promise.resolve('k-then-value').then(save)),
    route(post('/catch-value'), () => Promise.reject(new Error('no')).catch(() => save('k-catch-value'))),
    route(post('/finally'), () => Promise.resolve(null).finally(() => save('k-finally'))),
    route(post('/readable-map'), () =>
      Readable.from([1])
        .map(() => save('k-readable-map').then(() => 'x'))
        .toArray(),
    ),
    route(post('/readable-for-each'), async () => {
      await Readable.from([1]).forEach(async () => {
        await save('k-readable-for-each')
      })
      return null
    }),
    route(post('/pipeline'), async () => {
      await pipeline(
        Readable.from([1]),
        async function* (source) {
          for await (const _ of source) yield await save('k-pipeline').then(() => 'x')
        },
        new Writable({ objectMode: true, write: (_c, _e, done) => done() }),
      )
      return null
    }),
    route(post('/transform'), async () => {
      const t = new Transform({
        objectMode: true,
        transform(_chunk, _encoding, done) {
          save('k-transform').then(() => done(null, 'x'), done)
        },
      })
      await Readable.from([1]).pipe(t).toArray()
      return null
    }),
    route(post('/writable'), async () => {
      await pipeline(Readable.from([1]), writer())
      return null
    }),
    route(
      post('/data-event'),
      () => new Promise((resolve) => Readable.from([1]).on('data', () => resolve(save('k-data-event')))),
    ),
    route(post('/abort'), () => {
      const c = new AbortController()
      return new Promise((resolve) => {
        c.signal.addEventListener('abort', () => resolve(save('k-abort')))
        c.abort()
      })
    }),
    route(post('/disposal'), async () => {
      await using lock = locked()
      return typeof lock
    }),
    route(post('/subclassed-emitter'), () => {
      class Bell extends EventEmitter {
        ring() {
          this.emit('ring', 'k-subclassed-emitter')
        }
      }
      const bell = new Bell()
      return new Promise((resolve) => {
        bell.on('ring', (key: string) => resolve(save(key)))
        bell.ring()
      })
    }),
    route(post('/race-timeout'), () =>
      Promise.race([save('k-race-timeout'), new Promise((_, reject) => setTimeout(reject, 5_000).unref())]),
    ),
  ),
)
