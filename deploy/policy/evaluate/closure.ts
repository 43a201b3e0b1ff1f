import type { ArrowFunctionExpression, Function as FunctionNode } from '@oxc-project/types'
import { cellOf } from './cell.ts'
import type { Env } from './env.ts'
import type { Machine } from './machine.ts'
import type { ClassThing, FunctionThing } from './thing.ts'
import { NO_PROPS } from './things.ts'
import type { Value } from './value.ts'

export type Code = FunctionNode | ArrowFunctionExpression

/** A function where it is written. */
export const closure = (m: Machine, code: Code, env: Env, home?: ClassThing): Value => [
  m.make<FunctionThing>({ env, node: code }, 'f', (key) => ({
    kind: 'thing',
    is: 'function',
    key,
    code,
    env,
    props: NO_PROPS,
    others: cellOf(),
    lookers: undefined,
    ...(home === undefined ? {} : { home }),
  })),
]

/** The name that a function has when it runs; undefined when it has none. */
export const ownName = (code: Code): string | undefined => code.id?.name ?? names.get(code)

/** What stands for the name of a function that has none. */
export const NAMELESS = '(anonymous)'

/** What a reader would call a function. */
export const named = (fn: FunctionThing): string => ownName(fn.code) ?? NAMELESS

const names = new WeakMap<Code, string>()

/** Remembers what a function without a name of its own is called by, or a call: the variable, the property. */
export const nameFunction = (node: { readonly type: string }, name: string): void => {
  if (isCode(node) && node.id === null && !names.has(node)) names.set(node, name)
  if (node.type === 'CallExpression' && !callNames.has(node)) callNames.set(node, name)
}

const callNames = new WeakMap<object, string>()

/** The name of the variable or the property that what a call gives is kept under; undefined where it is not. */
export const callName = (node: object): string | undefined => callNames.get(node)

const isCode = (node: { readonly type: string }): node is Code => /^(?:Arrow)?Function/.test(node.type)
