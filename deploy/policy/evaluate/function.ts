import type { ParamPattern } from '@oxc-project/types'
import { type Activation, activationOf } from './activation.ts'
import { declare, declareVariables } from './block.ts'
import { type Cell, cellIn, cellOf } from './cell.ts'
import { type Code, named } from './closure.ts'
import { boundNames } from './declared.ts'
import { type Args, argument, type Env, type Site, scopeAt } from './env.ts'
import type { Machine } from './machine.ts'
import { assign } from './pattern.ts'
import { statements } from './statement.ts'
import type { FunctionThing } from './thing.ts'
import { array, plain } from './things.ts'
import { keyOf, NOTHING, UNDEFINED, type Value } from './value.ts'

/** A call of a function: what its parameters hold, and how it got there. */
export interface Call {
  readonly activation: Activation
  /** The functions that it is a call of: one, or all that the same code has made. */
  readonly functions: Cell
  readonly parameters: Cell[]
  readonly rest: Cell
  readonly self: Cell
}

/** How deep the same function may be within itself, each call told apart. */
const MOST_WITHIN = 3
/** How long a chain of calls may be, each told apart. */
const MOST_DEEP = 120
/** How many calls of one function are told apart, and how many of them from one place. */
const MOST_CALLS = 3000
const MOST_CALLS_FROM = 24

/** What tells one call of a function from another. */
export const exactKey = (fn: FunctionThing, self: Value, args: Args): string => {
  const bound = fn.code.type === 'ArrowFunctionExpression' ? NOTHING : self
  return `${fn.key}(${keyOf(bound)};${args.list.map(keyOf).join(',')};${keyOf(args.rest)})`
}

/** Calls functions of the source. */
export const functionCaller = (m: Machine, calls: Map<string, Call>): FunctionCaller => {
  const counts = new Map<Code, number>()
  const froms = new Map<string, number>()
  const creators = new Map<Activation, { readonly by: Activation; readonly code: Code }>()

  const isTooDeep = (code: Code, from: Activation): boolean => {
    if ((counts.get(code) ?? 0) > MOST_CALLS) return true
    let same = 0
    let depth = 0
    for (let each = creators.get(from); each !== undefined; each = creators.get(each.by)) {
      if (each.code === code) same += 1
      depth += 1
      if (same >= MOST_WITHIN || depth > MOST_DEEP) return true
    }
    return false
  }

  const make = (fn: FunctionThing, key: string): Call => {
    const rest = cellOf()
    const self = cellOf()
    const parameters: Cell[] = []
    const functions = cellOf()
    const activation = activationOf(
      key,
      named(fn),
      fn.env.module.source,
      (own) => {
        const args: Args = { list: parameters.map(m.read), rest: m.read(rest) }
        // What a function captures is its own, whichever of them it is.
        m.read(functions).forEach((each, index) => {
          if (each.kind === 'thing' && each.is === 'function')
            runFunction(m, each, args, m.read(self), own, index === 0 ? '' : `${each.key}/`)
        })
      },
      fn.env.activation,
    )
    return { activation, functions, parameters, rest, self }
  }

  return (fn, self, args, site) => {
    const { code } = fn
    const isArrow = code.type === 'ArrowFunctionExpression'
    const bound = isArrow ? NOTHING : self
    const exact = exactKey(fn, self, args)
    const known = calls.get(exact)
    // What it is called with is in its cells already: the key says all of it.
    if (known !== undefined) return m.enter(known.activation, site)
    const from = `${site.env.activation.key}@${site.env.turn}${site.node.start}:${code.start}`
    const fromHere = (froms.get(from) ?? 0) + 1
    froms.set(from, fromHere)
    const isMerged = fromHere > MOST_CALLS_FROM || isTooDeep(code, site.env.activation)
    const key = isMerged ? `${code.start}@${fn.env.module.source.file}(…)` : exact
    let call = calls.get(key)
    if (call === undefined) {
      call = make(fn, key)
      call.activation.origin = site.env.activation.origin
      calls.set(key, call)
      creators.set(call.activation, { by: site.env.activation, code })
      counts.set(code, (counts.get(code) ?? 0) + 1)
    }
    if (isMerged) calls.set(exact, call)
    m.write(call.functions, [fn])
    args.list.forEach((value, index) => {
      call.parameters[index] ??= cellOf()
      m.write(call.parameters[index], value)
    })
    m.write(call.rest, args.rest)
    m.write(call.self, bound)
    return m.enter(call.activation, site)
  }
}

export type FunctionCaller = (fn: FunctionThing, self: Value, args: Args, site: Site) => Value

/** Where the body of an activation is evaluated. */
export const envOf = (
  activation: Activation,
  outer: Pick<Env, 'module'> & { readonly scope: Env['scope'] | undefined },
  self: Value,
  {
    home,
    yields,
    turn = '',
  }: { readonly home?: Env['home']; readonly yields?: Cell | undefined; readonly turn?: string } = {},
): Env => {
  if (turn !== '') {
    const scope = scopeAt(activation, turn, outer.scope)
    return { activation, module: outer.module, scope, turn, self, home, yields }
  }
  activation.scope ??= { cells: new Map(), outer: outer.scope }
  return { activation, module: outer.module, scope: activation.scope, turn, self, home, yields }
}

const runFunction = (
  m: Machine,
  fn: FunctionThing,
  args: Args,
  self: Value,
  activation: Activation,
  turn: string,
): void => {
  const { code } = fn
  if (code.body === null) return
  const isArrow = code.type === 'ArrowFunctionExpression'
  const isGenerator = code.type !== 'ArrowFunctionExpression' && code.generator
  const iterator = isGenerator
    ? m.make({ env: envOf(activation, fn.env, self, { turn }), node: code }, 'yields', (key) =>
        plain(key, 'iterator'),
      )
    : undefined
  const env = envOf(activation, fn.env, isArrow ? fn.env.self : self, {
    home: isArrow ? fn.env.home : fn.home,
    yields: iterator?.others,
    turn,
  })
  const { cells } = env.scope
  if (code.type === 'FunctionExpression' && code.id !== null && !cells.has(code.id.name))
    cells.set(code.id.name, cellOf([fn]))
  if (!isArrow && fn.env.module.source.mayUseArguments) {
    m.write(cellIn(cells, 'arguments'), [array(m, { env, node: code }, 'arguments', args.list, args.rest)])
  }
  bindParameters(m, code.params.filter(isValue), args, env)
  if (code.body.type !== 'BlockStatement') {
    m.write(activation.result, m.expression(code.body, env))
    return
  }
  declareVariables(code.body.body, env)
  declare(m, code.body.body, env)
  const ends = statements(m, code.body.body, env)
  if (iterator !== undefined) m.write(activation.result, [iterator])
  else if (ends) m.write(activation.result, UNDEFINED)
}

/** TypeScript's `this` among the parameters is none. */
const isValue = (param: ParamPattern): boolean => !(param.type === 'Identifier' && param.name === 'this')

const bindParameters = (m: Machine, params: ReadonlyArray<ParamPattern>, args: Args, env: Env): void => {
  for (const param of params)
    for (const name of parameterNames(param)) {
      cellIn(env.scope.cells, name)
    }
  params.forEach((param, index) => {
    if (param.type === 'RestElement') {
      const rest = array(m, { env, node: param }, 'rest', args.list.slice(index), args.rest)
      assign(m, param.argument, [rest], env)
    } else if (param.type === 'TSParameterProperty') {
      assign(m, param.parameter, argument(args, index), env)
      for (const name of parameterNames(param)) {
        const cell = env.scope.cells.get(name)
        if (cell !== undefined) m.set(env.self, name, m.read(cell), { env, node: param })
      }
    } else assign(m, param, argument(args, index), env)
  })
}

const parameterNames = (param: ParamPattern): ReadonlyArray<string> =>
  boundNames(
    param.type === 'RestElement'
      ? param.argument
      : param.type === 'TSParameterProperty'
        ? param.parameter
        : param,
  )
