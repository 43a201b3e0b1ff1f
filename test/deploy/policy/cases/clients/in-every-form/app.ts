// @ts-nocheck What people cast and assert here, the strictest settings refuse.
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, post, route, routes } from 'calix'
import { S3 } from '@aws-sdk/client-s3'

const s3 = new S3Client({})
const save = async (Key: string) => {
  await s3.send(new PutObjectCommand({ Bucket: 'many', Key, Body: '' }))
  return null
}
const put = (client: { send: S3Client['send'] }, Key: string) =>
  client.send(new PutObjectCommand({ Bucket: 'many', Key, Body: '' })).then(() => null)
const withClient = async <A>(use: (client: S3Client) => Promise<A>): Promise<A> => {
  const client = new S3Client({})
  try {
    return await use(client)
  } finally {
    client.destroy()
  }
}
let promised: Promise<S3Client> | undefined
const connect = () => (promised ??= Promise.resolve().then(() => new S3Client({ maxAttempts: 1 })))
const memo = <A>(make: () => A) => {
  let value: A
  let done = false
  return () => {
    if (!done) {
      value = make()
      done = true
    }
    return value!
  }
}
const single = memo(() => new S3Client({}))
class Holder {
  private static instance?: Holder
  readonly client: S3Client
  private constructor(options: object) {
    this.client = new S3Client(options)
  }
  static get() {
    return (Holder.instance ??= new Holder({}))
  }
}
const holders = { main: { client: new S3Client({}) } }
const {
  main: { client: nested },
} = holders
const tuple = [new S3Client({}), 'name'] as const
const layered = new S3Client({})
layered.middlewareStack.add((next) => async (args) => next(args), { step: 'build', name: 'layer' })
function Old(this: { client: S3Client }) {
  this.client = new S3Client({})
}
const copy = Object.assign(new S3Client({}), { label: 'copy' })
class Child extends S3 {
  async keep(Key: string) {
    await this.putObject({ Bucket: 'many', Key })
    return null
  }
}
const state: { client?: S3Client } = {}
const ensure = () => {
  if (!state.client) state.client = new S3Client({})
  return state.client
}
const services = new Map<symbol | string, unknown>()
const S3_TOKEN = Symbol('s3')
services.set(S3_TOKEN, new S3Client({}))
const resolve = <A>(token: symbol): A => services.get(token) as A

export const app = calix(
  {},
  routes(
    route(post('/with-client'), () => withClient((client) => put(client, 'k-with-client'))),
    route(post('/promised'), async () => put(await connect(), 'k-promised')),
    route(post('/memo'), () => put(single(), 'k-memo')),
    route(post('/holder'), () => put(Holder.get().client, 'k-holder')),
    route(post('/nested'), () => put(nested, 'k-nested')),
    route(post('/tuple'), () => put(tuple[0], 'k-tuple')),
    route(post('/layered'), () => put(layered, 'k-layered')),
    route(post('/old'), () => put(new (Old as unknown as new () => { client: S3Client })().client, 'k-old')),
    route(post('/copy'), () => put(copy, 'k-copy')),
    route(post('/child'), () => new Child({}).keep('k-child')),
    route(post('/state'), () => put(ensure(), 'k-state')),
    route(post('/token'), () => put(resolve<S3Client>(S3_TOKEN), 'k-token')),
    route(post('/facade'), () => put({ send: s3.send.bind(s3) as S3Client['send'] }, 'k-facade')),
    route(post('/facade-arrow'), () =>
      put({ send: ((...args: [never]) => s3.send(...args)) as S3Client['send'] }, 'k-facade-arrow'),
    ),
    route(post('/destructured-send'), () => {
      const { send } = s3
      return send
        .call(s3, new PutObjectCommand({ Bucket: 'many', Key: 'k-destructured-send', Body: '' }) as never)
        .then(() => null)
    }),
    route(post('/aggregated'), () =>
      new S3({}).putObject({ Bucket: 'many', Key: 'k-aggregated' }).then(() => null),
    ),
    route(post('/aggregated-send'), () => put(new S3({}), 'k-aggregated-send')),
    route(post('/aggregated-taken'), () => {
      const { putObject } = new S3({})
      return putObject.call(new S3({}), { Bucket: 'many', Key: 'k-aggregated-taken' }).then(() => null)
    }),
    route(post('/conditional'), ({ query }) => put(query.x ? nested : layered, 'k-conditional')),
  ),
)
