export interface Step<C> {
  readonly name: string
  readonly run: (context: C) => Promise<Partial<C> | void>
  readonly undo?: (context: C) => Promise<void>
}

export class SagaFailed extends Error {
  override readonly name = 'SagaFailed'
}

export class Saga<C extends object> {
  readonly #steps: Array<Step<C>> = []

  step(step: Step<C>): this {
    this.#steps.push(step)
    return this
  }

  async execute(start: C): Promise<C> {
    const done: Array<Step<C>> = []
    let context = start
    try {
      for (const step of this.#steps) {
        context = { ...context, ...(await step.run(context)) }
        done.unshift(step)
      }
      return context
    } catch (cause) {
      for (const { undo } of done) await undo?.(context)
      throw new SagaFailed(`undone: ${done.map(({ name }) => name).join(', ')}`, { cause })
    }
  }
}
