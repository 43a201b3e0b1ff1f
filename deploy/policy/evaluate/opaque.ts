import { isPages } from '../sdk/pages.ts'
import type { Activation } from './activation.ts'
import { mayBeSent } from './call.ts'
import { type Args, argsOf, type Site } from './env.ts'
import type { Machine } from './machine.ts'
import type { ClassThing, Opaque, Plain, Thing } from './thing.ts'
import { opaque } from './things.ts'
import { ANYTHING, type Atom, FAILURE, NOTHING, unionOf, type Value } from './value.ts'

// Code that is not followed is taken to call every function that it is given, with anything that it is given, and to give
// back whatever went in or came out of them.

/** An opaque thing that holds functions which nobody may ever ask for. */
export interface Kept {
  readonly opaque: Opaque
  readonly site: Site
  isUsed: boolean
}

/** A function, and what it is a method of. */
type Held = readonly [fn: Thing, self: Value]

/** What is worth to be remembered of what goes into code that is not followed. */
const thingsIn = (values: ReadonlyArray<Value>): Value =>
  unionOf(values.map((value) => (value.every(isThing) ? value : value.filter(isThing))))

const isThing = (atom: Atom): boolean => atom.kind === 'thing'

const isOpaque = (atom: Atom): atom is Opaque => atom.kind === 'thing' && atom.is === 'opaque'

/** Functions are looked for in records in records, and no deeper. */
const MOST_DEEP = 3

/** Functions of calix and of packages: calling them with nothing known tells nothing. */
const isOfNoUse = (name: string): boolean => /^(?:calix|package) /.test(name)

/** The functions that an atom holds, those of opaque things in it aside: they are called where those were made. */
const functionsIn = (m: Machine, atom: Atom, seen: Set<string>, depth = 0): ReadonlyArray<Held> => {
  if (atom.kind !== 'thing' || seen.has(atom.key) || depth > MOST_DEEP) return []
  seen.add(atom.key)
  const inside = (): ReadonlyArray<Held> =>
    [...(atom.props?.values() ?? []), atom.others].flatMap((cell) =>
      m.read(cell).flatMap((each) => functionsIn(m, each, seen, depth + 1)),
    )
  switch (atom.is) {
    case 'function':
      return [[atom, NOTHING]]
    case 'native':
      return isOfNoUse(atom.name) ? [] : [[atom, NOTHING]]
    case 'record':
      if (atom.class === undefined) return inside().map(([fn, self]) => [fn, self.length > 0 ? self : [atom]])
      // An instance's methods are called by their names, if they are; those of what extends a library's class, by it.
      return m.read(atom.base).length > 0 ? methodsOf(m, atom, atom.class) : []
    case 'array':
    case 'map':
    case 'set':
    case 'iterator':
      return inside()
    default:
      return []
  }
}

/** The methods of an instance, those of its own classes. */
export const methodsOf = (m: Machine, instance: Plain, of: ClassThing): ReadonlyArray<Held> => {
  const classes = new Set<ClassThing>([of])
  for (const each of classes)
    for (const parent of m.read(each.parent))
      if (parent.kind === 'thing' && parent.is === 'class') classes.add(parent)
  return [...classes]
    .flatMap(({ members }) => [...members.values()].flatMap(m.read))
    .flatMap((atom): ReadonlyArray<Held> => (atom.kind === 'thing' ? [[atom, [instance]]] : []))
}

/** More layers than this are not looked into: callbacks of callbacks have no end of them. */
const MOST_LAYERS = 32

/** All opaque things that one is made of, itself first, as far as they are looked into. */
const layersOf = (m: Machine, of: Opaque): ReadonlyArray<Opaque> => {
  const all = new Set<Opaque>([of])
  for (const each of all) {
    if (all.size > MOST_LAYERS) break
    for (const atom of [...m.read(each.others), ...m.read(each.callee)])
      if (atom.kind === 'thing' && atom.is === 'opaque') all.add(atom)
  }
  return [...all]
}

const readers = new WeakSet<Opaque>()

/** Remembers that what comes out of code that is not followed is, or makes, a function of an environment. */
export const markReaders = (value: Value): Value => {
  for (const atom of value) if (atom.kind === 'thing' && atom.is === 'opaque') readers.add(atom)
  return value
}

const failures = new WeakSet<Opaque>()

/** Remembers that what comes out of code that is not followed is an error, or holds one and nothing else. */
export const markFailures = (value: Value): Value => {
  for (const atom of value) if (atom.kind === 'thing' && atom.is === 'opaque') failures.add(atom)
  return value.some(({ kind }) => kind === 'anything') ? FAILURE : value
}

const successes = new WeakSet<Opaque>()

/** Remembers that what comes out of code that is not followed holds what it was given and nothing else. */
export const markSuccesses = (value: Value): Value => {
  for (const atom of value) if (atom.kind === 'thing' && atom.is === 'opaque') successes.add(atom)
  return value
}

/** What succeeded, where something holds that and nothing else; undefined of everything else. */
export const succeeded = (m: Machine, of: Opaque): Value | undefined =>
  successes.has(of) ? m.read(of.others) : undefined

/** Whether a value is an error, or holds one and nothing else. */
export const isFailure = (atom: Atom): boolean =>
  atom.kind === 'anything'
    ? FAILURE.includes(atom)
    : atom.kind === 'thing' && atom.is === 'opaque' && failures.has(atom)

/** Whether an opaque thing has a function of an environment in it. */
export const isReader = (m: Machine, of: Opaque): boolean => layersOf(m, of).some((each) => readers.has(each))

const ownFunctions = (m: Machine, of: Opaque): ReadonlyArray<Held> => {
  const seen = new Set<string>()
  return m.read(of.others).flatMap((atom) => functionsIn(m, atom, seen))
}

/** Whether an opaque thing is a call of another: what was put together, and not what puts together. */
const isCall = (m: Machine, of: Opaque): boolean => m.read(of.callee).length > 0

/**
 * The layers whose functions a call of an opaque thing calls: all of them where it is told something new, as a reader is
 * of its environment; applied to another opaque thing, as in a pipe, those of what is applied.
 */
const calledBy = (m: Machine, of: Opaque): ReadonlyArray<Opaque> => {
  const called = m.read(of.callee).filter(isOpaque)
  if (called.length === 0) return []
  const isTold = m.read(of.others).some((atom) => atom.kind === 'thing' && atom.is !== 'opaque')
  return [...new Set(called.flatMap((each) => (isTold || !isCall(m, each) ? layersOf(m, each) : [each])))]
}

/** How many parameters a function is given. */
const PARAMETERS = 4

/** What a function is given by an opaque thing: that, which holds all there is. */
const givenBy = (made: Opaque): Args => argsOf(...Array<Value>(PARAMETERS).fill([made]))

/** As many opaque things as a function is called with, each told apart; more are one. */
const MOST_GIVEN = 6

interface Givers {
  readonly each: Set<Opaque>
  readonly all: Opaque
}

const givers = new WeakMap<Thing, Map<string, Givers>>()

/** What a function is called with for an opaque thing: that, or one that holds it and others of the same route. */
const givenTo = (m: Machine, fn: Thing, made: Opaque, { origin }: Activation): Opaque => {
  const ofFunction = givers.get(fn) ?? new Map<string, Givers>()
  givers.set(fn, ofFunction)
  const known = ofFunction.get(origin) ?? {
    each: new Set<Opaque>(),
    all: opaque(`${fn.key}~${origin}`, made.isLazy),
  }
  ofFunction.set(origin, known)
  if (known.each.size < MOST_GIVEN) known.each.add(made)
  if (known.each.has(made)) return made
  m.write(known.all.others, [made])
  return known.all
}

/** What is being called: it may be passed on to where it is again. */
const calling = new WeakSet<Opaque>()

const callAll = (m: Machine, made: Opaque, site: Site): void => {
  if (calling.has(made)) return
  calling.add(made)
  try {
    const layers = calledBy(m, made)
    const before = layers.map(givenBy)
    for (const layer of [made, ...layers])
      for (const [fn, self] of ownFunctions(m, layer)) {
        const given = givenBy(givenTo(m, fn, made, site.env.activation))
        const result = m.call([fn], self, given, site)
        const more = thingsIn([result]).filter((atom) => atom !== made)
        if (more.length > 0) m.write(made.others, more)
        if (layer !== made && made.isLazy) m.supersede(fn, self, before, given)
      }
  } finally {
    calling.delete(made)
  }
}

const markUsed = (kept: Map<string, Kept>, value: Value): void => {
  for (const atom of value) {
    const found = kept.get(atom.key)
    if (found !== undefined) found.isUsed = true
  }
}

/** Passes values to code that is not followed. */
export const escaper =
  (m: Machine, kept: Map<string, Kept>): Machine['escape'] =>
  (values, site, kind, callee = NOTHING) => {
    const inside = thingsIn(values)
    markUsed(kept, inside)
    if (kind !== 'lazy') mayBeSent(m, values, site)
    for (const atom of inside) if (isPages(atom)) atom.payload.ask(site)
    if (inside.length === 0 && callee.length === 0) return ANYTHING
    const tag = `o${kind}${callee.map(({ key }) => key).join()}`
    const made = m.make<Opaque>(site, tag, (key) => opaque(key, kind === 'lazy'))
    m.write(
      made.others,
      inside.filter((atom) => atom !== made),
    )
    m.write(
      made.callee,
      callee.filter((atom) => atom !== made),
    )
    m.callAs(kind !== 'called', () => callAll(m, made, site))
    if (kind === 'kept' && !kept.has(made.key)) kept.set(made.key, { opaque: made, site, isUsed: false })
    return [made]
  }

/** Asks for what is only called when it is asked for: a task, a thing that other code has wrapped. */
export const forcer = (m: Machine, kept: Map<string, Kept>): Machine['force'] => {
  const go = (value: Value, site: Site, depth: number): void => {
    for (const atom of value) {
      if (atom.kind !== 'thing') continue
      if (atom.is === 'opaque') {
        const layers = layersOf(m, atom)
        markUsed(kept, layers)
        for (const each of layers) callAll(m, each, site)
      } else if (atom.is === 'function' || (atom.is === 'native' && !isOfNoUse(atom.name))) {
        if (depth < MOST_DEEP) go(m.call([atom], NOTHING, argsOf(), site), site, depth + 1)
      }
    }
  }
  return (value, site) => go(value, site, 0)
}
