import { type Activation, activationOf } from './activation.ts'
import { constructorOf, everyMember, fields, memberOf } from './class.ts'
import { closure } from './closure.ts'
import { type Args, argsOf, everyArgument, type Site } from './env.ts'
import { envOf } from './function.ts'
import type { Machine } from './machine.ts'
import { constructProxy, isProxy } from './natives/proxy.ts'
import type { ClassThing, Plain, Thing } from './thing.ts'
import { cellAt, plain } from './things.ts'
import { ANYTHING, NOTHING, union, unionOf, type Value } from './value.ts'

/** Makes instances: `new C(…)`. */
export const constructing =
  (m: Machine): Machine['construct'] =>
  (callee, args, site) =>
    unionOf(
      callee.map((atom) =>
        atom.kind === 'thing' ? make(m, atom, args, site) : unknown(m, atom.kind, args, site),
      ),
    )

const unknown = (m: Machine, kind: string, args: Args, site: Site): Value =>
  kind === 'anything' ? m.escape(everyArgument(args), site, 'kept') : NOTHING

const make = (m: Machine, thing: Thing, args: Args, site: Site): Value => {
  switch (thing.is) {
    case 'class': {
      const instance = m.make<Plain>(site, `new${thing.key}`, (key) => plain(key, 'record', { class: thing }))
      const others = initialise(m, thing, instance, args, site)
      return union([instance], others)
    }
    case 'native':
      return thing.construct === undefined ? thing.call(args, NOTHING, site) : thing.construct(args, site)
    case 'function': {
      const instance = m.make<Plain>(site, `new${thing.key}`, (key) => plain(key, 'record'))
      m.write(instance.base, m.read(cellAt(thing, 'prototype')))
      m.call([thing], [instance], args, site)
      return [instance]
    }
    case 'opaque':
      return m.escape([[thing], ...everyArgument(args)], site, 'kept')
    default:
      if (isProxy(thing)) return constructProxy(m, thing.payload, args, site)
      return m.escape(everyArgument(args), site, 'kept')
  }
}

/** Gives an instance the fields of a class and runs its constructor, those of what it extends first. */
const initialise = (
  m: Machine,
  of: ClassThing,
  instance: Plain,
  args: Args,
  site: Site,
  seen: Set<ClassThing> = new Set(),
): Value => {
  // A class may extend what it makes, and many the same.
  if (seen.has(of)) return NOTHING
  seen.add(of)
  // Methods under keys that are not known may be under any.
  for (const atom of m.read(cellAt(of, 'prototype')))
    if (atom.kind === 'thing') m.write(instance.others, m.read(atom.others))
  const written = constructorOf(of)
  if (written === undefined) initialiseParents(m, of, instance, args, site, seen)
  m.enter(fieldsOf(m, of, instance), site)
  if (written === undefined) return NOTHING
  // What a constructor gives back takes the place of what it made.
  return m
    .call(closure(m, written.value, of.env, of), [instance], args, site)
    .filter(({ kind }) => kind === 'thing')
}

const fieldsOf = (m: Machine, of: ClassThing, instance: Plain): Activation => {
  const key = `fields${of.key}${instance.key}`
  return m.activation(key, () =>
    activationOf(key, `new ${of.code.id?.name ?? 'class'}`, of.env.module.source, (own) => {
      fields(m, of, envOf(own, of.env, [instance], { home: of }))
    }),
  )
}

const initialiseParents = (
  m: Machine,
  of: ClassThing,
  instance: Plain,
  args: Args,
  site: Site,
  seen: Set<ClassThing> = new Set(),
): void => {
  for (const parent of m.read(of.parent)) {
    if (parent.kind === 'thing' && parent.is === 'class') initialise(m, parent, instance, args, site, seen)
    else if (parent.kind === 'thing' && parent.is === 'native' && parent.construct !== undefined)
      m.write(instance.base, parent.construct(args, site))
    else if (parent.kind === 'thing' && parent.is === 'function') {
      m.write(instance.base, m.read(cellAt(parent, 'prototype')))
      m.call([parent], [instance], args, site)
    } else if (parent.kind !== 'literal') {
      const made = m.escape(everyArgument(args), site, 'kept')
      m.write(instance.base, made.length === 0 ? ANYTHING : made)
    }
  }
}

/** `super(…)` */
export const superCall = (m: Machine, args: Args, site: Site): void => {
  const { home, self } = site.env
  if (home === undefined) return
  for (const atom of self)
    if (atom.kind === 'thing' && atom.is === 'record') initialiseParents(m, home, atom, args, site)
}

/** `super.name`, of the classes that are extended; of any name when that is not known. */
export const superMember = (
  m: Machine,
  parents: Value,
  name: string | undefined,
  site: Site,
  seen: Set<Thing> = new Set(),
): Value =>
  unionOf(
    parents.map((parent): Value => {
      if (parent.kind !== 'thing') return parent.kind === 'anything' ? ANYTHING : NOTHING
      if (seen.has(parent)) return NOTHING
      seen.add(parent)
      if (parent.is !== 'class') {
        // What a native class has for its instances is found on the instance.
        return unionOf(
          site.env.self.map((atom) =>
            atom.kind === 'thing' && atom.is === 'record' ? m.get(m.read(atom.base), name, site) : NOTHING,
          ),
        )
      }
      if (name === undefined) return everyMember(m, parent, site.env.self, site)
      const found = memberOf(m, parent, name, 'members')
      if (found.length > 0) return found
      const getters = memberOf(m, parent, name, 'getters')
      if (getters.length > 0) return m.call(getters, site.env.self, argsOf(), site)
      const inherited = superMember(m, m.read(parent.parent), name, site, seen)
      return inherited.length > 0 ? inherited : m.get([parent], name, site)
    }),
  )
