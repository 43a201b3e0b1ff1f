import { argument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Thing } from '../thing.ts'
import { cellAt, exotic, native } from '../things.ts'
import {
  ANYTHING,
  asText,
  concatenated,
  NOTHING,
  SOME_TEXT,
  textValue,
  UNDEFINED,
  unionOf,
  type Value,
} from '../value.ts'
import { written } from '../written.ts'
import { arrayConstructor } from './array-static.ts'
import { collection, ENTRY } from './collection.ts'
import { parsed, revived, stringified } from './json.ts'
import { grouped, objectStatic } from './object.ts'
import { promiseConstructor } from './promise-static.ts'
import { proxy } from './proxy.ts'

const SILENT = native('silent', () => ANYTHING)

const SYMBOL_FOR = native('Symbol.for', (args) => asText(argument(args, 0)))

/** `new Function(…)` */
const compiled = (m: Machine, site: Site): Value => {
  m.note(site, 'what new Function(…) runs is only decided then: say with grants(…) what it needs')
  return ANYTHING
}

/** What is only looked at or written out is not called. */
const silent = (name: string): Thing => exotic(`#${name}`, 'global', {}, () => [SILENT])

/** `String.raw` */
const raw = (m: Machine): Thing =>
  native('raw', (args, _, site) => {
    const { each } = m.iterate(argument(args, 0), site)
    return concatenated(
      each.flatMap((text, index) =>
        args.list[index + 1] === undefined ? [text] : [text, argument(args, index + 1)],
      ),
    )
  })

const encoded = (value: Value): Value =>
  unionOf(
    asText(value).map(
      (atom): Value =>
        atom.kind === 'text' &&
        atom.parts.every((part) => typeof part === 'string' && /^[\w.~-]*$/.test(part))
          ? [atom]
          : SOME_TEXT,
    ),
  )

/** `Map.groupBy` */
const grouping = (m: Machine): Thing =>
  native('Map.groupBy', (args, _, site) => {
    const groups = collection(m, 'map', NOTHING, site)
    grouped(m, args, site, (names, group) => {
      for (const map of groups)
        if (map.kind === 'thing')
          for (const name of names ?? [undefined])
            m.write(name === undefined ? map.others : cellAt(map, ENTRY + name), group)
    })
    return groups
  })

const made = (m: Machine, name: string, is: 'map' | 'set'): Thing =>
  native(name, () => ANYTHING, {
    construct: (args, site) => collection(m, is, argument(args, 0), site),
    statics: (key) => (key === 'groupBy' ? [grouping(m)] : undefined),
  })

/** A function that calls another later, with the arguments after its own. */
const later =
  (own: number) =>
  (m: Machine, name: string): Thing =>
    native(name, (args, _, site) => {
      m.call(argument(args, 0), UNDEFINED, { list: args.list.slice(own), rest: args.rest }, site)
      return ANYTHING
    })

const timer = later(2)
const task = later(1)

const GLOBALS: Readonly<Record<string, (m: Machine, name: string) => Thing>> = {
  process: (m) =>
    exotic('#process', 'global', {}, (key) => {
      if (key === 'env') return [environment(m)]
      return key === 'nextTick' ? [task(m, 'nextTick')] : ANYTHING
    }),
  Object: (m, name) =>
    native(name, (args) => argument(args, 0), {
      construct: () => ANYTHING,
      statics: (key) => objectStatic(m, key),
    }),
  Reflect: (m) =>
    exotic(
      '#Reflect',
      'global',
      {},
      (key) => (key === undefined ? undefined : objectStatic(m, `Reflect.${key}`)) ?? ANYTHING,
    ),
  Function: (m, name) =>
    native(name, (_, __, site) => compiled(m, site), {
      construct: (_, site) => compiled(m, site),
      statics: () => ANYTHING,
    }),
  Array: (m) => arrayConstructor(m),
  Promise: (m) => promiseConstructor(m),
  Symbol: (_, name) =>
    native(name, (args) => asText(argument(args, 0)), {
      statics: (key) => (key === 'for' ? [SYMBOL_FOR] : textValue(`@@${key}`)),
    }),
  globalThis: (m) =>
    exotic('#globalThis', 'global', {}, (key) => (key === undefined ? ANYTHING : globalValue(m, key))),
  console: () => silent('console'),
  Math: () => silent('Math'),
  JSON: (m) =>
    exotic('#JSON', 'global', {}, (key) =>
      key === 'parse'
        ? [
            native('parse', (args, _, site) =>
              revived(m, parsed(m, argument(args, 0), site), argument(args, 1), site),
            ),
          ]
        : [native('stringify', (args, _, site) => stringified(m, args, site))],
    ),
  String: (m, name) =>
    native(
      name,
      (args, _, site) =>
        args.list.length === 0 ? textValue('') : asText(written(m, argument(args, 0), site)),
      {
        statics: (key) => [key === 'raw' ? raw(m) : SILENT],
      },
    ),
  encodeURIComponent: (_, name) => native(name, (args) => encoded(argument(args, 0))),
  encodeURI: (_, name) => native(name, (args) => encoded(argument(args, 0))),
  structuredClone: (_, name) => native(name, (args) => argument(args, 0)),
  Number: () => SILENT,
  Boolean: () => SILENT,
  parseInt: () => SILENT,
  parseFloat: () => SILENT,
  isNaN: () => SILENT,
  Date: () => SILENT,
  RegExp: () => SILENT,
  Map: (m, name) => made(m, name, 'map'),
  WeakMap: (m, name) => made(m, name, 'map'),
  Set: (m, name) => made(m, name, 'set'),
  WeakSet: (m, name) => made(m, name, 'set'),
  Proxy: (m, name) =>
    native(name, () => ANYTHING, {
      construct: (args, site) => proxy(m, argument(args, 0), argument(args, 1), site),
    }),
  setTimeout: timer,
  setInterval: timer,
  setImmediate: task,
  queueMicrotask: task,
}

/** `process.env`, of whichever module gives it. */
export const environment = (m: Machine): Thing =>
  exotic('#env', 'environment', {}, (key) => (key === undefined ? SOME_TEXT : m.environment(key)))

const all = new WeakMap<Machine, Map<string, Value>>()

/** A name that no module declares. */
export const globalValue = (m: Machine, name: string): Value => {
  let known = all.get(m)
  if (known === undefined) {
    known = new Map()
    all.set(m, known)
  }
  const found = known.get(name)
  if (found !== undefined) return found
  const build = Object.hasOwn(GLOBALS, name) ? GLOBALS[name] : undefined
  const value = build === undefined ? ANYTHING : [build(m, name)]
  known.set(name, value)
  return value
}
