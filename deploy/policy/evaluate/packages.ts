import { type Args, argsOf, argument, everyArgument, type Site } from './env.ts'
import type { Machine } from './machine.ts'
import { markFailures, markReaders, markSuccesses, methodsOf } from './opaque.ts'
import type { Thing } from './thing.ts'
import { exotic, native, nativeAt } from './things.ts'
import { ANYTHING, UNDEFINED, type Value } from './value.ts'

/** Libraries whose functions are pure: what is passed to them is only called when what they give is run. */
const LAZY =
  /^(?:calix\/codec|fp-ts|fp-ts-contrib|io-ts|io-ts-types|monocle-ts|newtype-ts|effect|@effect\/[^/]+|purify-ts|neverthrow|true-myth|@swan-io\/boxed)(?:\/|$)/

/** Functions that make functions of an environment: `fp-ts/ReaderTaskEither`, `fp-ts readerTaskEither.chain`. */
const READER = /^fp-ts.*reader/i

/** Functions of fp-ts that only put functions together. */
const FUNCTION = /^fp-ts\/(?:(?:lib|es6)\/)?function(?:\.js)?$/

/** Functions that make what failed: `fp-ts/TaskEither left`, `fp-ts either.left`. */
const LEFT = /^fp-ts.*[ .]left$/

/** Functions that make what succeeded: `fp-ts/TaskEither right`. */
const RIGHT = /^fp-ts.*(?:Either|Task)[ .](?:of|right)$/i

const flowing = (m: Machine, fns: ReadonlyArray<Value>, args: Args, site: Site): Value => {
  const [first = UNDEFINED, ...others] = fns
  return others.reduce(
    (value, fn) => m.call(fn, UNDEFINED, argsOf(value), site),
    m.call(first, UNDEFINED, args, site),
  )
}

const COMPOSING: Readonly<Record<string, (m: Machine, args: Args, site: Site) => Value>> = {
  pipe: (m, args, site) => {
    const [first = UNDEFINED, ...fns] = everyArgument(args)
    return fns.reduce((value, fn) => m.call(fn, UNDEFINED, argsOf(value), site), first)
  },
  flow: (m, args, site) => [
    m.make(site, 'flow', (key) =>
      nativeAt(key, 'flow', (given, _, at) => flowing(m, everyArgument(args), given, at)),
    ),
  ],
  identity: (_, args) => argument(args, 0),
  unsafeCoerce: (_, args) => argument(args, 0),
  constant: (m, args, site) => [
    m.make(site, 'constant', (key) => nativeAt(key, 'constant', () => argument(args, 0))),
  ],
  apply: (m, args, site) => [
    m.make(site, 'apply', (key) =>
      nativeAt(key, 'apply', (given, _, at) =>
        m.call(argument(given, 0), UNDEFINED, argsOf(argument(args, 0)), at),
      ),
    ),
  ],
}

const composing = (m: Machine, name: string): Value | undefined => {
  const behaviour = Object.hasOwn(COMPOSING, name) ? COMPOSING[name] : undefined
  return behaviour === undefined
    ? undefined
    : [native(`fp-ts.${name}`, (args, _, site) => behaviour(m, args, site))]
}

/** An instance that a library is given is there for its methods to be called. */
const callMethods = (m: Machine, args: Args, site: Site): void => {
  for (const value of everyArgument(args))
    for (const atom of value)
      if (atom.kind === 'thing' && atom.is === 'record' && atom.class !== undefined)
        for (const [fn, self] of methodsOf(m, atom, atom.class))
          m.callAs(true, () => m.call([fn], self, { list: [], rest: ANYTHING }, site))
}

/** A function of a library that is not followed. */
const outside = (m: Machine, specifier: string, name: string): Thing => {
  const kind = LAZY.test(specifier) ? 'lazy' : 'kept'
  const thing: Thing = native(
    `package ${specifier} ${name}`,
    (args, _, site) => {
      callMethods(m, args, site)
      const made = m.escape(everyArgument(args), site, kind)
      if (READER.test(`${specifier} ${name}`)) markReaders(made)
      if (RIGHT.test(`${specifier} ${name}`)) markSuccesses(made)
      return LEFT.test(`${specifier} ${name}`) ? markFailures(made) : made
    },
    {
      construct: (args, site) => m.escape(everyArgument(args), site, 'kept'),
      statics: (key) => [outside(m, specifier, `${name}.${key}`)],
    },
  )
  return thing
}

/** What a package that is not followed gives. */
export const packageValue = (
  m: Machine,
  specifier: string,
  builtin: (m: Machine, specifier: string) => Value,
  isBuiltin: (name: string) => boolean,
): Value => {
  if (isBuiltin(specifier)) return builtin(m, specifier)
  const made = new Map<string, Value>()
  const thing: Thing = exotic(`#package ${specifier}`, 'package', {}, (name) => {
    if (name === undefined) return [outside(m, specifier, '*')]
    if (specifier === 'fp-ts' && name === 'function')
      return packageValue(m, 'fp-ts/function', builtin, isBuiltin)
    const found = made.get(name) ??
      (FUNCTION.test(specifier) || specifier === 'effect' ? composing(m, name) : undefined) ?? [
        outside(m, specifier, name),
      ]
    made.set(name, found)
    return found
  })
  return [thing]
}
