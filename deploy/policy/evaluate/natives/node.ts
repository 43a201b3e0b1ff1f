import { cellOf } from '../cell.ts'
import { type Args, argsOf, argument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Native, Thing } from '../thing.ts'
import { array, exotic, native, nativeAt, plain } from '../things.ts'
import { ANYTHING, literalTexts, UNDEFINED, union, unionOf, type Value } from '../value.ts'
import { emitterClass } from './emitter.ts'
import { capturing } from './function.ts'
import { globalValue } from './globals.ts'

/** `createRequire(…)` */
const creating = (m: Machine): Thing =>
  native('createRequire', () => [
    native('require', (args, _, site) => {
      const names = literalTexts(argument(args, 0))
      if (names !== undefined) return unionOf(names.map((each) => m.load(each, site, true)))
      m.note(site, 'which module is required is only decided when it runs: require it by its name')
      return ANYTHING
    }),
  ])

/** `util.promisify(…)`: the function is called with a callback after its arguments. */
const promisify = (m: Machine): Thing =>
  native('promisify', (args, _, site) => [
    m.make<Native>(
      site,
      `promisified${capturing(argument(args, 0).filter((atom) => atom.kind !== 'thing' || atom.is !== 'native'))}`,
      (key) =>
        nativeAt(key, 'promisified', (given, self, at) => {
          const answer = m.make(at, `${key}.answer`, (made) => plain(made, 'record')).others
          const callback = m.make(at, `${key}.callback`, (made) =>
            nativeAt(made, 'callback', (answered) => {
              m.write(answer, argument(answered, 1))
              return UNDEFINED
            }),
          )
          m.call(argument(args, 0), self, { list: [...given.list, [callback]], rest: given.rest }, at)
          return union(ANYTHING, m.read(answer))
        }),
    ),
  ])

/** `AsyncLocalStorage`: whatever it was run with is what it holds. */
const storageClass = (m: Machine): Thing =>
  native('AsyncLocalStorage', () => ANYTHING, {
    construct: (_, site) => [
      m.make(site, 'storage', (key) => {
        const store = cellOf()
        const methods: Readonly<Record<string, (args: Args, at: Site) => Value>> = {
          run: (args, at) => {
            m.write(store, argument(args, 0))
            return m.call(argument(args, 1), UNDEFINED, { list: args.list.slice(2), rest: args.rest }, at)
          },
          enterWith: (args) => {
            m.write(store, argument(args, 0))
            return UNDEFINED
          },
          exit: (args, at) => m.call(argument(args, 0), UNDEFINED, argsOf(...args.list.slice(1)), at),
          getStore: () => {
            const held = m.read(store)
            return held.length === 0 ? UNDEFINED : held
          },
        }
        return exotic(key, 'storage', {}, (name) =>
          name !== undefined && Object.hasOwn(methods, name)
            ? [
                nativeAt(
                  `${key}.${name}`,
                  `storage.${name}`,
                  (args, __, at) => methods[name]?.(args, at) ?? ANYTHING,
                ),
              ]
            : ANYTHING,
        )
      }),
    ],
  })

/** What a module of Node's own gives: `process` and its environment, timers. Nothing is known of the rest. */
export const builtin = (m: Machine, specifier: string): Value => {
  const name = specifier.replace(/^node:/, '')
  if (name === 'process') return globalValue(m, 'process')
  const thing: Thing = exotic(`#node:${name}`, 'builtin', {}, (key) => {
    if (key === 'default') return name === 'events' ? [emitterClass(m)] : [thing]
    if (key === 'process') return globalValue(m, 'process')
    if (key === 'createRequire') return [creating(m)]
    if (name === 'events' && key === 'EventEmitter') return [emitterClass(m)]
    if (name === 'util' && key === 'promisify') return [promisify(m)]
    if (name === 'async_hooks' && key === 'AsyncLocalStorage') return [storageClass(m)]
    if (name === 'timers/promises' && key !== undefined && Object.hasOwn(WAITING, key))
      return [native(`wait.${key}`, (args, _, at) => WAITING[key]?.(m, args, at) ?? ANYTHING)]
    return key !== undefined && name.startsWith('timers') && TIMERS.has(key) ? globalValue(m, key) : ANYTHING
  })
  return [thing]
}

/** Of `node:timers/promises`: what is waited for is what they are given. */
const WAITING: Readonly<Record<string, (m: Machine, args: Args, site: Site) => Value>> = {
  setTimeout: (_, args) => argument(args, 1),
  setImmediate: (_, args) => argument(args, 0),
  setInterval: (m, args, site) => [array(m, site, 'interval', [], argument(args, 1))],
}

const TIMERS: ReadonlySet<string> = new Set(['setTimeout', 'setInterval', 'setImmediate'])
