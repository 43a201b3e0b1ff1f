import type { Directive, Statement, SwitchStatement } from '@oxc-project/types'
import { declare } from './block.ts'
import { type Env, within } from './env.ts'
import type { Machine } from './machine.ts'
import { literalTexts, truth } from './value.ts'

/** Evaluates the cases of a switch that can be entered; whether its end may be reached. */
export const choose = (
  m: Machine,
  node: SwitchStatement,
  env: Env,
  run: (body: ReadonlyArray<Statement>, inner: Env) => boolean,
): boolean => {
  const on = m.expression(node.discriminant, env)
  const wanted = literalTexts(on)
  const inner = within(env, `s${node.start}`)
  declare(
    m,
    node.cases.flatMap(({ consequent }) => consequent),
    inner,
  )
  const isTrue = truth(on) === true && on.every((atom) => atom.kind === 'literal')
  const isTaken = node.cases.map(({ test }): boolean => {
    if (test === null) return true
    const value = m.expression(test, inner)
    // `switch (true)` asks each case whether it is so.
    if (isTrue) return truth(value) !== false
    const offered = literalTexts(value)
    return wanted === undefined || offered === undefined || offered.some((each) => wanted.includes(each))
  })
  const taken = node.cases.filter(({ test }, index) => test !== null && isTaken[index])
  // The default is not reached where everything it can be has a case of its own.
  const covered = new Set(
    node.cases.flatMap(({ test }) => (test === null ? [] : (literalTexts(m.expression(test, inner)) ?? []))),
  )
  const isCovered = !isTrue && wanted !== undefined && wanted.every((each) => covered.has(each))
  let isFalling = false
  let reachesEnd = taken.length === 0
  for (const each of node.cases) {
    const isEntered = each.test === null ? !isCovered : taken.includes(each)
    if (!isEntered && !isFalling) continue
    isFalling = run(each.consequent, inner)
    reachesEnd ||= isFalling || endsInBreak(each.consequent)
  }
  return reachesEnd || isFalling || !(isCovered || node.cases.some(({ test }) => test === null))
}

/** Whether somewhere in it a `break` leaves the switch: anything that looks like one counts. */
const endsInBreak = (body: ReadonlyArray<Statement>): boolean =>
  body.some((each): boolean => {
    switch (each.type) {
      case 'BreakStatement':
        return true
      case 'BlockStatement':
        return endsInBreak(each.body.filter(isStatement))
      case 'IfStatement':
        return endsInBreak([each.consequent, ...(each.alternate === null ? [] : [each.alternate])])
      case 'TryStatement':
        return [each.block, each.handler?.body, each.finalizer].some(
          (part) => part !== null && part !== undefined && endsInBreak(part.body.filter(isStatement)),
        )
      case 'LabeledStatement':
        return endsInBreak([each.body])
      case 'SwitchStatement':
        return true
      default:
        return false
    }
  })

const isStatement = (node: Directive | Statement): node is Statement => !('directive' in node)
