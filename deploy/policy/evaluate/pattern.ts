import type {
  AssignmentTarget,
  AssignmentTargetMaybeDefault,
  BindingPattern,
  PropertyKey,
} from '@oxc-project/types'
import { cellOf } from './cell.ts'
import { type Env, lookUp, type Site } from './env.ts'
import type { Machine } from './machine.ts'
import { array, put, record } from './things.ts'
import {
  ANYTHING,
  isNullish,
  literalTexts,
  NOTHING,
  notNullish,
  UNDEFINED,
  union,
  unionOf,
  type Value,
} from './value.ts'
import { withDefault } from './with-default.ts'

type Target = BindingPattern | AssignmentTarget | AssignmentTargetMaybeDefault

/** The names that a key can be; undefined when only running decides. */
export const keysOf = (
  m: Machine,
  key: PropertyKey,
  isComputed: boolean,
  env: Env,
): ReadonlyArray<string> | undefined => {
  if (!isComputed) {
    if (key.type === 'Identifier') return [key.name]
    if (key.type === 'PrivateIdentifier') return [`#${key.name}`]
    if (key.type === 'Literal') return [String(key.value)]
  }
  if (key.type === 'PrivateIdentifier') return [`#${key.name}`]
  // What is no name of itself is an expression.
  const value = m.expression(key as Exclude<typeof key, { name: string; type: 'Identifier' }>, env)
  return literalTexts(value) ?? linkedNames(value)
}

/** Names that SST links: each is one name, which is told where it is deployed. */
const linkedNames = (value: Value): ReadonlyArray<string> | undefined => {
  const names = value.map((atom) => {
    const [only] = atom.kind === 'text' && atom.parts.length === 1 ? atom.parts : []
    return typeof only === 'object' && only.kind === 'link'
      ? `\${Resource.${only.name}.${only.property}}`
      : undefined
  })
  return names.some((name) => name === undefined) ? undefined : names.filter((name) => name !== undefined)
}

/** A value, or its default where it may be undefined. */
const orDefault = (value: Value, other: () => Value): Value => {
  const isAbsent = value.some(
    (atom) => (atom.kind === 'literal' && atom.value === undefined) || atom.kind === 'anything',
  )
  // A variable of the environment that is not known may not be set.
  if (!isAbsent) return isNullish(value) === undefined ? withDefault(value, other()) : value
  const present = value.filter((atom) => atom.kind !== 'literal' || atom.value !== undefined)
  // A default of what is not known says what is usual, and is only one of what it can be.
  return union(present, other())
}

/** Gives a value to whatever a pattern names: variables, properties, parts of either. */
export const assign = (m: Machine, target: Target, value: Value, env: Env): void => {
  const site: Site = { env, node: target }
  switch (target.type) {
    case 'Identifier': {
      const cell = lookUp(env.scope, target.name)
      if (cell !== undefined) m.write(cell, value)
      return
    }
    case 'AssignmentPattern': {
      assign(
        m,
        target.left,
        orDefault(value, () => m.expression(target.right, env)),
        env,
      )
      return
    }
    case 'MemberExpression': {
      const object = m.expression(target.object, env)
      const names = keysOf(m, target.property, target.computed, env)
      if (names === undefined) m.set(object, undefined, value, site)
      else for (const name of names) m.set(object, name, value, site)
      return
    }
    case 'ObjectPattern': {
      const taken: string[] = []
      for (const each of target.properties) {
        if (each.type === 'RestElement') {
          assign(m, each.argument, withoutKeys(m, value, taken, site), env)
          continue
        }
        const names = keysOf(m, each.key, each.computed, env)
        taken.push(...(names ?? []))
        const found =
          names === undefined
            ? m.get(notNullish(value), undefined, site)
            : unionOf(names.map((name) => m.get(notNullish(value), name, site)))
        assign(m, each.value, found, env)
      }
      return
    }
    case 'ArrayPattern': {
      const { each, others } = m.iterate(value, site)
      target.elements.forEach((element, index) => {
        if (element === null) return
        if (element.type === 'RestElement')
          assign(m, element.argument, [array(m, site, `rest${index}`, each.slice(index), others)], env)
        else
          assign(
            m,
            element,
            unionOf([each[index] ?? NOTHING, others, each[index] === undefined ? UNDEFINED : NOTHING]),
            env,
          )
      })
      return
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion': {
      // What a value is said to be does not change where it goes.
      assign(m, target.expression as AssignmentTarget, value, env)
      return
    }
  }
}

/** What is left of an object, by `...rest`. */
const withoutKeys = (m: Machine, value: Value, taken: ReadonlyArray<string>, site: Site): Value =>
  value.flatMap((atom): Value => {
    if (atom.kind === 'anything') return ANYTHING
    if (atom.kind !== 'thing') return NOTHING
    if (atom.is === 'opaque' || atom.is === 'exotic') return [atom]
    const rest = record(m, site, `rest${atom.key}`, {})
    m.look(atom)
    for (const [name, cell] of atom.props) {
      if (taken.includes(name)) continue
      const own = rest.props.get(name) ?? cellOf()
      put(rest, name, own)
      m.write(own, m.read(cell))
    }
    m.write(rest.others, m.read(atom.others))
    return [rest]
  })
