// @ts-nocheck It is about what is kept where, not about types.
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, post, route, routes } from 'calix'

const s3 = new S3Client({})
const save = async (Key: string) => {
  await s3.send(new PutObjectCommand({ Bucket: 'many', Key, Body: '' }))
  return null
}
let current = save
const setCurrent = (f: typeof save) => {
  current = f
}
setCurrent(save)
const state: { save?: typeof save; key?: string; list: Array<string> } = { list: [] }
state.save = save
state.list.push('k-list-state')
const configure = (options: { key: string }) => Object.assign(state, options)
configure({ key: 'k-configured' })
const context = { run: <A>(f: (own: typeof save) => A) => f(save) }
const counter = (() => {
  let n = 0
  return {
    next: () => {
      n += 1
      return n
    },
  }
})()
var hoisted = hoist()
function hoist() {
  return () => save('k-hoisted')
}
const once = (f: () => Promise<null>) => {
  let p: Promise<null> | undefined
  return () => (p ??= f())
}
const warm = once(() => save('k-once'))
const cache: Record<string, Promise<null>> = {}
const plugins: Array<{ name: string; run?: () => Promise<null> }> = []
export const register = (plugin: { name: string; run?: () => Promise<null> }) => void plugins.push(plugin)
register({ name: 'a', run: () => save('k-plugin') })
register({ name: 'b' })
const hooks = new Map<string, Array<() => Promise<null>>>()
const on = (name: string, f: () => Promise<null>) => hooks.set(name, [...(hooks.get(name) ?? []), f])
on('saved', () => save('k-hook'))
const debounce = (f: (key: string) => Promise<null>) => {
  let waiting: NodeJS.Timeout | undefined
  return (key: string) =>
    new Promise<null>((resolve) => {
      clearTimeout(waiting)
      waiting = setTimeout(() => resolve(f(key)), 0)
    })
}
const debounced = debounce(save)
const curry = (f: (a: string, b: string) => Promise<null>) => (a: string) => (b: string) => f(a, b)
const two = (prefix: string, name: string) => save(`${prefix}${name}`)
const pipeline = [async (key: string) => key, save] as Array<(key: string) => Promise<string | null>>
const middleware = [
  (next: (key: string) => Promise<null>) => (key: string) => next(key),
  (next: (key: string) => Promise<null>) => async (key: string) => {
    return next(key)
  },
]
const composed = middleware.reduceRight((next, layer) => layer(next), save)
const machine = {
  idle: { start: () => machine.running.finish() },
  running: { finish: () => save('k-machine') },
}
const visitors = {
  leaf: (node: { kind: 'leaf' }) => save('k-visitor'),
  branch: (node: { kind: 'branch'; of: ReadonlyArray<unknown> }) => Promise.all(node.of.map(visit)),
}
const visit = (node: any): Promise<unknown> => visitors[node.kind as 'leaf'](node)
const trampoline = async (f: unknown) => {
  let r = f
  while (typeof r === 'function') r = await r()
  return null
}
const task = (() => {
  const jobs: Array<() => Promise<null>> = []
  return {
    add: (f: () => Promise<null>) => {
      jobs.push(f)
    },
    flush: async () => {
      while (jobs.length) await jobs.pop()?.()
      return null
    },
  }
})()
const result = { ok: true, value: () => save('k-result') } as
  | { ok: true; value: () => Promise<null> }
  | { ok: false; error: string }

export const app = calix(
  {},
  routes(
    route(post('/current'), () => current('k-current')),
    route(post('/state'), () => state.save?.('k-state') ?? null),
    route(post('/configured'), () => save(state.key ?? 'k-configured')),
    route(post('/list-state'), async () => {
      for (const key of state.list) await save(key)
      return null
    }),
    route(post('/context'), () => context.run((own) => own('k-context'))),
    route(post('/counter'), () => save(counter.next() > 0 ? 'k-counter' : 'k-counter')),
    route(post('/hoisted'), () => hoisted()),
    route(post('/once'), () => warm()),
    route(post('/cached'), () => (cache.x ??= save('k-cached'))),
    route(post('/plugin'), () => Promise.all(plugins.map((plugin) => plugin.run?.()))),
    route(post('/hook'), () => Promise.all((hooks.get('saved') ?? []).map((f) => f()))),
    route(post('/debounced'), () => debounced('k-debounced')),
    route(post('/curried'), () => curry(two)('k-cur')('ried')),
    route(post('/pipeline'), async () => {
      let key: string | null = 'k-pipeline'
      for (const step of pipeline) key = key === null ? null : await step(key)
      return null
    }),
    route(post('/composed'), () => composed('k-composed')),
    route(post('/machine'), () => machine.idle.start()),
    route(post('/visitor'), () => visit({ kind: 'branch', of: [{ kind: 'leaf' }] }).then(() => null)),
    route(post('/trampoline'), () => trampoline(() => () => save('k-trampoline'))),
    route(post('/flushed'), () => {
      task.add(() => save('k-flushed'))
      return task.flush()
    }),
    route(post('/result'), () => (result.ok ? result.value() : null)),
    route(post('/labelled'), async () => {
      outer: for (const a of [1]) {
        for (const b of [1]) {
          if (a === b) {
            await save('k-labelled')
            break outer
          }
        }
      }
      return null
    }),
    route(post('/switched'), ({ query }) => {
      const kind = query.kind ?? 'a'
      const run = { a: () => save('k-switched'), b: () => save('k-switched') }[kind]
      return run?.() ?? null
    }),
    route(post('/void'), () => void save('k-void')),
    route(post('/shadowed'), () => {
      const save2 = save
      {
        const save = () => save2('k-shadowed')
        return save()
      }
    }),
    route(post('/closure-loop'), async () => {
      const all = []
      for (let i = 0; i < 2; i++) all.push(() => save('k-closure-loop'))
      for (const f of all) await f()
      return null
    }),
    route(post('/template'), () => save(`k-${'template'}`)),
  ),
)
