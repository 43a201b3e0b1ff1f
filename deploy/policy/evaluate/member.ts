import { memberOf } from './class.ts'
import { argsOf, type Site } from './env.ts'
import type { Machine } from './machine.ts'
import { arrayMember } from './natives/array.ts'
import { collectionMember } from './natives/collection.ts'
import { functionMember } from './natives/function.ts'
import { promiseMember } from './natives/promise.ts'
import { textMember } from './natives/text.ts'
import type { ClassThing, Opaque, Plain, Thing } from './thing.ts'
import { cellAt } from './things.ts'
import { ANYTHING, type Atom, eachOf, NOTHING, UNDEFINED, union, unionOf, type Value } from './value.ts'

/** Reads properties. */
export const getter =
  (m: Machine): Machine['get'] =>
  (target, key, site) =>
    eachOf(target, (atom) => getOf(m, atom, key, site))

const getOf = (m: Machine, atom: Atom, key: string | undefined, site: Site): Value => {
  if (atom.kind === 'anything') return (key !== undefined && promiseMember(m, key)) || ANYTHING
  if (atom.kind === 'text')
    return key === undefined ? ANYTHING : (textMember(m, atom, key) ?? promiseMember(m, key) ?? ANYTHING)
  if (atom.kind === 'literal') {
    // A promise is taken for what it resolves to, which may be nothing.
    if (atom.value === null || atom.value === undefined)
      return (key === undefined ? undefined : promiseMember(m, key)) ?? NOTHING
    return (key === undefined ? undefined : promiseMember(m, key)) ?? ANYTHING
  }
  switch (atom.is) {
    case 'exotic':
      return (
        (key !== undefined && atom.what !== 'proxy' ? promiseMember(m, key) : undefined) ??
        atom.get(key, site)
      )
    case 'opaque':
      return ofOpaque(m, atom, key, site)
    case 'record':
    case 'array':
    case 'map':
    case 'set':
    case 'iterator':
      return ofPlain(m, atom, key, site)
    case 'class':
      return ofClass(m, atom, key, site)
    case 'function':
    case 'native': {
      if (key === undefined) return m.read(atom.others)
      const own = atom.props.get(key)
      if (own !== undefined) return m.read(own)
      const known = atom.is === 'native' ? atom.statics?.(key, site) : undefined
      return (
        known ??
        functionMember(m, atom, key) ??
        (atom.is === 'native' ? ANYTHING : union(UNDEFINED, m.read(atom.others)))
      )
    }
  }
}

const everything = (m: Machine, thing: Thing): Value => {
  m.look(thing)
  return unionOf([...[...thing.props.values()].map(m.read), m.read(thing.others)])
}

const ofPlain = (m: Machine, thing: Plain, key: string | undefined, site: Site): Value => {
  if (key === undefined) {
    const members =
      thing.class === undefined ? NOTHING : unionOf([...thing.class.members.values()].map(m.read))
    // Under a key that is not known there may be nothing; an index mostly stays within its list.
    return unionOf([
      everything(m, thing),
      members,
      m.get(m.read(thing.base), undefined, site),
      thing.is === 'array' ? NOTHING : UNDEFINED,
    ])
  }
  // Read whether or not anything wrote it: it is asked again when something does.
  const own = m.read(cellAt(thing, key))
  const others = m.read(thing.others)
  if (own.length > 0)
    return !thing.isKeyed && thing.sure?.has(key)
      ? own
      : unionOf([
          own,
          thing.is === 'record' || thing.is === 'array' ? others : NOTHING,
          // What is written to an object after it is made may not be there yet.
          thing.isLiteral ? UNDEFINED : NOTHING,
        ])
  const got = thing.props.get(`get ${key}`)
  if (got !== undefined) return m.call(m.read(got), [thing], argsOf(), site)
  if (thing.class !== undefined) {
    const member = memberOf(m, thing.class, key, 'members')
    if (member.length > 0) return union(member, thing.is === 'record' ? others : NOTHING)
    const getters = memberOf(m, thing.class, key, 'getters')
    if (getters.length > 0) return m.call(getters, [thing], argsOf(), site)
    if (key === 'constructor') return [thing.class]
  }
  const base = m.read(thing.base)
  if (base.length > 0) return union(m.get(base, key, site), others)
  const known =
    (thing.is === 'array' || thing.is === 'iterator' ? arrayMember(m, thing, key) : undefined) ??
    (thing.is === 'map' || thing.is === 'set' ? collectionMember(m, thing, key) : undefined) ??
    promiseMember(m, key)
  if (known !== undefined) return known
  if (key === 'length' || key === 'size') return ANYTHING
  return union(UNDEFINED, others)
}

const ofClass = (
  m: Machine,
  thing: ClassThing,
  key: string | undefined,
  site: Site,
  seen: Set<ClassThing> = new Set(),
): Value => {
  if (key === undefined) return everything(m, thing)
  const own = thing.props.get(key)
  if (own !== undefined) {
    const found = m.read(own)
    if (found.length > 0) return found
  }
  const got = thing.staticGetters.get(key)
  if (got !== undefined) return m.call(m.read(got), [thing], argsOf(), site)
  const parent = m.read(thing.parent)
  const inherited = parent.flatMap((atom): Value => {
    if (atom.kind !== 'thing') return NOTHING
    if (atom.is !== 'class') return m.get([atom], key, site)
    return seen.has(atom) ? NOTHING : ofClass(m, atom, key, site, seen.add(atom))
  })
  if (inherited.some((atom) => atom.kind !== 'literal')) return inherited
  if (key === 'name') return ANYTHING
  return functionMember(m, thing, key) ?? m.read(cellAt(thing, key))
}

/**
 * A property of what is not followed: what went in under that name, where something did, and whatever else. Reading one
 * asks for it: it may be what a function that went in gives back.
 */
const ofOpaque = (m: Machine, thing: Opaque, key: string | undefined, site: Site): Value => {
  const inside = m.read(thing.others)
  if (key === undefined) return [thing]
  const named = unionOf(
    inside.map((atom): Value => {
      if (atom.kind !== 'thing' || atom === thing) return NOTHING
      if (atom.is === 'record') {
        const own = atom.props.get(key)
        if (own !== undefined && m.read(own).length > 0) return m.read(own)
        if (atom.class !== undefined) return memberOf(m, atom.class, key, 'members')
        // What was spread into it may have it.
        return m.get(m.read(atom.base), key, site).filter(({ kind }) => kind !== 'literal')
      }
      if (atom.is === 'exotic') return atom.what === 'client' ? atom.get(key, site) : NOTHING
      return NOTHING
    }),
  )
  return named.length > 0 ? named : [thing]
}
