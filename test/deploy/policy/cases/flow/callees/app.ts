import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, post, route, routes } from 'calix'

const s3 = new S3Client({})
const save = async (Key: string) => {
  await s3.send(new PutObjectCommand({ Bucket: 'many', Key, Body: '' }))
  return null
}
const tools = { save, nested: { deep: [save, { save }] } as const }
const {
  save: renamed = tools.save,
  nested: {
    deep: [first, ...others],
  },
} = tools
class Late {
  get run() {
    return save
  }
  static readonly shared = { save }
  async ['compu' + 'ted'](key: string) {
    return save(key)
  }
  call = (key: string) => this.run(key)
}
class Jobs {
  *[Symbol.iterator]() {
    yield () => save('k-iterable')
  }
}
class Pages {
  async *[Symbol.asyncIterator]() {
    yield 'k-async-iterable'
  }
}
function last(..._: ReadonlyArray<unknown>) {
  return (arguments[arguments.length - 1] as typeof save)('k-arguments')
}
const sql = (texts: TemplateStringsArray, ...keys: ReadonlyArray<string>) =>
  save(texts.raw.join('') + keys.join(''))
const lazy = new Proxy({} as Record<string, (key: string) => Promise<null>>, {
  get: () => (key: string) => save(key),
})
let assigned: typeof save | undefined
const init = () => {
  assigned = save
}
init()

export const app = calix(
  {},
  routes(
    route(post('/iife'), () => (async () => save('k-iife'))()),
    route(post('/renamed'), () => renamed('k-renamed')),
    route(post('/rest'), () => others[0]?.save('k-rest') ?? first('k-rest')),
    route(post('/conditional'), ({ query }) => (query.x ? tools.save : first)('k-conditional')),
    route(post('/getter'), () => new Late().run('k-getter')),
    route(post('/static'), () => Late.shared.save('k-static')),
    route(post('/computed'), () =>
      (new Late() as unknown as { computed: typeof save }).computed('k-computed'),
    ),
    route(post('/arrow-field'), () => new Late().call('k-arrow-field')),
    route(post('/iterable'), async () => {
      for (const job of new Jobs()) await job()
      return null
    }),
    route(post('/async-iterable'), async () => {
      for await (const key of new Pages()) await save(key)
      return null
    }),
    route(post('/arguments'), () => last(1, 2, save)),
    route(post('/tagged'), () => sql`k-${'tagged'}`),
    route(post('/apply'), () => save.apply(null, ['k-apply'])),
    route(post('/reflect'), () => Reflect.apply(save, undefined, ['k-reflect'])),
    route(post('/bound'), () => save.bind(null, 'k-bound')()),
    route(post('/class-expression'), () =>
      new (class {
        async run(key: string) {
          return save(key)
        }
      })().run('k-class-expression'),
    ),
    route(post('/construct'), () => Reflect.construct(Late, []).run('k-construct')),
    route(post('/proxy'), () => lazy.anything?.('k-proxy') ?? null),
    route(post('/assigned-later'), () => assigned?.('k-assigned-later') ?? null),
    route(post('/comma'), () => (0, tools.save)('k-comma')),
    route(post('/optional-index'), () => tools['nested']?.deep?.[0]?.('k-optional-index') ?? null),
    route(post('/default-parameter'), () => ((key: string, f = save) => f(key))('k-default-parameter')),
    route(post('/returned'), () => (() => ({ go: () => save }))().go()('k-returned')),
  ),
)
