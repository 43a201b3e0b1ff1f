export interface Effect {
  readonly type: string
  readonly args: ReadonlyArray<unknown>
}

export const call = (type: string, ...args: ReadonlyArray<unknown>): Effect => ({ type, args })

export type Workflow<R> = Generator<Effect, R, unknown>
type Interpreter = (...args: ReadonlyArray<never>) => Promise<unknown>

export const run = async <R>(
  workflow: Workflow<R>,
  interpreters: Readonly<Record<string, Interpreter>>,
): Promise<R> => {
  let step = workflow.next()
  while (!step.done) {
    const { type, args } = step.value
    const interpret = interpreters[type]
    if (interpret === undefined) throw new Error(`No interpreter of ${type}`)
    try {
      step = workflow.next(await interpret(...(args as ReadonlyArray<never>)))
    } catch (error) {
      step = workflow.throw(error)
    }
  }
  return step.value
}
