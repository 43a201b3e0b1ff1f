import type { Activation } from './activation.ts'
import { blockOf, declare } from './block.ts'
import { caller } from './call.ts'
import { addReader, grow } from './cell.ts'
import { constructing } from './construct.ts'
import { evaluateExpression } from './expression.ts'
import { type Call, exactKey, functionCaller } from './function.ts'
import { iterator } from './iterate.ts'
import { moduleLoader, type Skipped } from './loader.ts'
import type { Machine } from './machine.ts'
import { getter } from './member.ts'
import type { Module } from './module.ts'
import { escaper, forcer, type Kept } from './opaque.ts'
import { setter } from './set.ts'
import { statements } from './statement.ts'
import { textOf, textValue, UNDEFINED } from './value.ts'

/** An evaluation of a program, and what it came to. */
export interface Evaluator {
  readonly root: string
  readonly machine: Machine
  /** Evaluates what is left to do, until nothing changes. */
  readonly settle: () => void
  /** Runs something as an activation of its own, that calls may start from. */
  readonly start: (activation: Activation) => void
  readonly module: (file: string) => Module | undefined
  readonly skipped: ReadonlyMap<string, Skipped>
  readonly kept: ReadonlyMap<string, Kept>
}

/** How many calls within calls are gone into at once; deeper ones wait for their turn. */
const MOST_DEEP = 60

/** More than any app takes: what is not followed by then is reported, rather than waited for. */
const MOST_EVALUATIONS = 250_000

/** More reads than any app takes, a hundred times those of two hundred files. */
const MOST_STEPS = 30_000_000

/** That an app takes more steps than are gone. */
class Exhausted extends Error {}

/** More files than this are not named when that happens. */
const MOST_SKIPPED = 20

/** Variables that Lambda sets: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
const RESERVED = /^(?:AWS_|LAMBDA_|_|PATH$|LANG$|TZ$|NODE_|LD_LIBRARY_PATH$|SST_)/

export interface EvaluatorOptions {
  readonly root: string
  readonly environment: Readonly<Record<string, string>>
  readonly isWholeEnvironment: boolean
}

/** An evaluation of a program from its sources: what each expression can be, and which function calls which. */
export const evaluator = ({ root, environment, isWholeEnvironment }: EvaluatorOptions): Evaluator => {
  const activations = new Map<string, Activation>()
  const skipped = new Map<string, Skipped>()
  const kept = new Map<string, Kept>()
  const calls = new Map<string, Call>()
  const queue: Activation[] = []
  let current: Activation | undefined
  let depth = 0
  let isLazy = false
  let things = 0
  let evaluations = 0
  let steps = 0

  const enqueue = (activation: Activation): void => {
    if (activation.isQueued) return
    activation.isQueued = true
    queue.push(activation)
  }

  const evaluate = (activation: Activation): void => {
    evaluations += 1
    if (evaluations > MOST_EVALUATIONS) {
      const file = activation.source?.file ?? root
      if (skipped.size < MOST_SKIPPED && !skipped.has(file))
        skipped.set(file, {
          file,
          line: 1,
          why: `the app takes more than ${MOST_EVALUATIONS} steps to follow`,
        })
      return
    }
    const [before, wasLazy] = [current, isLazy]
    current = activation
    isLazy = false
    depth += 1
    activation.isQueued = false
    // What it sends and cannot decide is found anew: more may be known.
    activation.sent.length = 0
    activation.notes = undefined
    try {
      activation.run(activation)
    } catch (error) {
      // An expression can be nested deeper than the stack is.
      if (!(error instanceof RangeError && /call stack/.test(error.message))) throw error
      const at = activation.source
      const file = at?.file ?? ''
      skipped.set(file, { file, line: 1, why: 'it is nested too deeply to be followed' })
    } finally {
      depth -= 1
      current = before
      isLazy = wasLazy
    }
  }

  const started = new Set<Activation>()

  const machine: Machine = {
    read: (cell) => {
      if (current !== undefined) {
        steps += 1
        if (steps > MOST_STEPS) throw new Exhausted()
        addReader(cell, current)
      }
      return cell.value
    },
    write: (cell, value) => {
      if (value.length === 0) return
      const isNew = cell.value.length === 0
      if (!grow(cell, value)) return
      if (cell.reader !== undefined) enqueue(cell.reader)
      if (cell.readers !== undefined) for (const each of cell.readers) enqueue(each)
      if (isNew && cell.of?.lookers !== undefined) for (const each of cell.of.lookers) enqueue(each)
    },
    look: (thing) => {
      if (current === undefined) return
      thing.lookers ??= new Set()
      thing.lookers.add(current)
    },
    make: ({ env, node }, tag, build) => {
      const key = `${env.turn}${node.start}-${node.end}${tag}`
      const found = env.activation.made?.get(key)
      // What is made at a place is of the kind that the place makes.
      if (found !== undefined) return found as ReturnType<typeof build>
      things += 1
      const thing = build(`#${things}`)
      env.activation.made ??= new Map()
      env.activation.made.set(key, thing)
      return thing
    },
    enter: (activation, { env: { activation: from }, node }) => {
      const key = `${activation.key}@${node.start}`
      from.edges ??= new Map()
      const edge = from.edges.get(key)
      if (edge === undefined || (edge.isLazy && !isLazy))
        from.edges.set(key, { to: activation, at: node.start, isLazy })
      if (!started.has(activation)) {
        started.add(activation)
        if (depth < MOST_DEEP) evaluate(activation)
        else enqueue(activation)
      }
      const thrown = machine.read(activation.thrown)
      if (thrown.length > 0) machine.write(from.thrown, thrown)
      return machine.read(activation.result)
    },
    activation: (key, build) => {
      const found = activations.get(key)
      if (found !== undefined) return found
      const made = build()
      activations.set(key, made)
      return made
    },
    expression: (node, env) => evaluateExpression(machine, node, env),
    runBlock: (body, env) => {
      const inner = blockOf(body, env, body[0]?.start ?? 0)
      declare(machine, body, inner)
      statements(machine, body, inner)
    },
    call: (callee, self, args, site) => callAny(callee, self, args, site),
    callAs: (lazily, go) => {
      const before = isLazy
      isLazy = lazily
      try {
        return go()
      } finally {
        isLazy = before
      }
    },
    construct: (callee, args, site) => constructAny(callee, args, site),
    get: (target, key, site) => getAny(target, key, site),
    set: (target, key, value, site) => setAny(target, key, value, site),
    iterate: (target, site) => iterateAny(target, site),
    send: ({ env, node }, sdkCall, notes = []) => {
      env.activation.sent.push({ call: sdkCall, at: node.start, notes })
    },
    note: ({ env: { activation }, node }, why) => {
      activation.notes ??= new Map()
      activation.notes.set(`${node.start}${why}`, { at: node.start, why })
    },
    load: (specifier, site, isRequired = false) => loader.load(specifier, site, isRequired),
    escape: (values, site, kind, callee) => escapeAny(values, site, kind, callee),
    force: (value, site) => forceAny(value, site),
    supersede: (fn, self, before, now) => {
      if (fn.is !== 'function') return
      const better = calls.get(exactKey(fn, self, now))?.activation
      if (better === undefined) return
      for (const args of before) {
        const known = calls.get(exactKey(fn, self, args))?.activation
        if (known === undefined || known === better) continue
        known.better ??= new Set()
        known.better.add(better)
      }
    },
    environment: (name) => {
      if (Object.hasOwn(environment, name)) return textValue(environment[name] ?? '')
      if (isWholeEnvironment && !RESERVED.test(name)) return UNDEFINED
      return [textOf([{ kind: 'environment', name }])]
    },
  }

  const callAny = caller(machine, functionCaller(machine, calls))
  const constructAny = constructing(machine)
  const getAny = getter(machine)
  const setAny = setter(machine)
  const iterateAny = iterator(machine)
  const escapeAny = escaper(machine, kept)
  const forceAny = forcer(machine, kept)

  const loader = moduleLoader(machine, root, skipped)

  return {
    root,
    machine,
    start: (activation) => {
      if (started.has(activation)) return
      started.add(activation)
      enqueue(activation)
    },
    settle: () => {
      try {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) evaluate(next)
      } catch (error) {
        if (!(error instanceof Exhausted)) throw error
        queue.length = 0
        skipped.set(root, {
          file: root,
          line: 1,
          why: `the app takes more than ${MOST_STEPS} steps to follow: what it needs may be more. Say it with grants(…)`,
        })
      }
    },
    module: loader.moduleAt,
    skipped,
    kept,
  }
}
