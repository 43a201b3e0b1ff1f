import type {
  AssignmentExpression,
  BinaryExpression,
  Expression,
  PrivateInExpression,
} from '@oxc-project/types'
import { nameFunction } from './closure.ts'
import type { Env } from './env.ts'
import type { Machine } from './machine.ts'
import { assign } from './pattern.ts'
import {
  ANYTHING,
  bool,
  concatenated,
  isNullish,
  literalTexts,
  NOTHING,
  number,
  textValue,
  truth,
  UNDEFINED,
  union,
  unionOf,
  type Value,
} from './value.ts'

export const assignment = (m: Machine, node: AssignmentExpression, env: Env): Value => {
  const { operator, left, right } = node
  if (left.type === 'Identifier') nameFunction(right, left.name)
  const value = m.expression(right, env)
  if (operator === '=') {
    assign(m, left, value, env)
    return value
  }
  // With an operator the left is something that has a value.
  const before = m.expression(left as Expression, env)
  if (operator === '??=' || operator === '||=' || operator === '&&=') {
    assign(m, left, value, env)
    return union(before, value)
  }
  const after = operator === '+=' ? sum(before, value) : ANYTHING
  assign(m, left, after, env)
  return after
}

/** Whether `+` adds: nothing among what it is between is a text. */
const isSum = (values: ReadonlyArray<Value>): boolean =>
  values.every((value) => value.length > 0 && !value.some(({ kind }) => kind === 'text'))

/** `a + b`: a text where either can be one. Of numbers nothing is said: a loop would have no end of them. */
const sum = (a: Value, b: Value): Value => {
  if (a.length === 0 || b.length === 0) return NOTHING
  return isSum([a, b]) ? ANYTHING : concatenated([a, b])
}

/** `#name in object` */
export const isPrivateIn = (node: BinaryExpression | PrivateInExpression): node is PrivateInExpression =>
  node.left.type === 'PrivateIdentifier'

export const binary = (m: Machine, node: BinaryExpression, env: Env): Value => {
  const { operator } = node
  if (operator === '+') {
    // A sum of many parts leans to the left: it is gone over, not into.
    const parts: Expression[] = []
    let each: Expression = node
    while (each.type === 'BinaryExpression' && each.operator === '+') {
      parts.push(each.right)
      each = each.left
    }
    parts.push(each)
    const values = parts.reverse().map((part) => m.expression(part, env))
    return isSum(values) ? ANYTHING : concatenated(values)
  }
  const left = m.expression(node.left, env)
  const right = m.expression(node.right, env)
  if (operator === '===' || operator === '==') return equal(left, right, operator === '==')
  if (operator === '!==' || operator === '!=') {
    const is = truth(equal(left, right, operator === '!='))
    return is === undefined ? ANYTHING : bool(!is)
  }
  return compared(operator, left, right)
}

/** `<` and the like, of numbers that the source decides. */
const compared = (operator: string, left: Value, right: Value): Value => {
  const [a, b] = [left, right].map(numberIn)
  if (a === undefined || b === undefined) return ANYTHING
  if (operator === '<') return bool(a < b)
  if (operator === '<=') return bool(a <= b)
  if (operator === '>') return bool(a > b)
  return operator === '>=' ? bool(a >= b) : ANYTHING
}

const numberIn = (value: Value): number | undefined => {
  const [only] = value
  return value.length === 1 && only?.kind === 'literal' && typeof only.value === 'number'
    ? only.value
    : undefined
}

const equal = (a: Value, b: Value, isLoose: boolean): Value => {
  if (
    isLoose &&
    [a, b].some((each) => isNullish(each) !== undefined) &&
    (isNullish(a) === true || isNullish(b) === true)
  ) {
    const other = isNullish(a) === true ? isNullish(b) : isNullish(a)
    return other === undefined ? ANYTHING : bool(other)
  }
  const some = comparable(a)
  const others = comparable(b)
  if (some === undefined || others === undefined || some.length === 0 || others.length === 0) return ANYTHING
  if (!some.some((each) => others.includes(each))) return bool(false)
  return some.length === 1 && others.length === 1 ? bool(true) : ANYTHING
}

/** What `===` compares, where all of it is known. */
const comparable = (value: Value): ReadonlyArray<string> | undefined => {
  const texts = literalTexts(value.filter(({ kind }) => kind !== 'literal'))
  if (texts === undefined) return undefined
  return value.map((atom) => atom.key)
}

export const unary = (operator: string, value: Value): Value => {
  if (operator === '!') {
    const is = truth(value)
    return is === undefined ? ANYTHING : bool(!is)
  }
  if (operator === 'void') return UNDEFINED
  if (
    operator === '-' &&
    value.length === 1 &&
    value[0]?.kind === 'literal' &&
    typeof value[0].value === 'number'
  )
    return number(-value[0].value)
  if (operator === 'typeof') return typeOf(value)
  return ANYTHING
}

const typeOf = (value: Value): Value => {
  const all = value.map((atom): string | undefined => {
    if (atom.kind === 'text') return 'string'
    if (atom.kind === 'literal') return atom.value === null ? 'object' : typeof atom.value
    if (atom.kind === 'anything' || atom.is === 'opaque' || atom.is === 'exotic') return undefined
    return atom.is === 'function' || atom.is === 'native' || atom.is === 'class' ? 'function' : 'object'
  })
  return unionOf(all.map((each) => (each === undefined ? ANYTHING : textValue(each))))
}
