type State = { readonly kind: 'closed'; failures: number } | { readonly kind: 'open'; readonly until: number }

export class CircuitBreaker {
  private state: State = { kind: 'closed', failures: 0 }
  private readonly threshold: number
  private readonly fallbacks = new Map<string, () => Promise<unknown>>()

  constructor({ threshold = 3 }: { readonly threshold?: number } = {}) {
    this.threshold = threshold
  }

  fallback(name: string, answer: () => Promise<unknown>): this {
    this.fallbacks.set(name, answer)
    return this
  }

  async run<A>(name: string, work: () => Promise<A>): Promise<A> {
    if (this.state.kind === 'open' && this.state.until > Date.now()) return this.instead(name)
    try {
      const answer = await work()
      this.state = { kind: 'closed', failures: 0 }
      return answer
    } catch (error) {
      const failures = this.state.kind === 'closed' ? this.state.failures + 1 : this.threshold
      this.state =
        failures >= this.threshold
          ? { kind: 'open', until: Date.now() + 30_000 }
          : { kind: 'closed', failures }
      if (this.fallbacks.has(name)) return this.instead(name)
      throw error
    }
  }

  private async instead<A>(name: string): Promise<A> {
    const fallback = this.fallbacks.get(name)
    if (fallback === undefined) throw new Error(`${name} is not available`)
    return (await fallback()) as A
  }
}
