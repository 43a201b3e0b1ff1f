export interface Token<A> {
  readonly key: symbol
  readonly make?: A
}

export const token = <A>(name: string): Token<A> => ({ key: Symbol(name) })

type Factory = (container: Container) => unknown

export class Container {
  readonly #factories = new Map<symbol, Factory>()
  readonly #made = new Map<symbol, unknown>()

  register<A>({ key }: Token<A>, factory: (container: Container) => A): this {
    this.#factories.set(key, factory)
    return this
  }

  resolve<A>({ key }: Token<A>): A {
    if (!this.#made.has(key)) {
      const factory = this.#factories.get(key)
      if (factory === undefined) throw new Error(`nothing is registered for ${String(key)}`)
      this.#made.set(key, factory(this))
    }
    // What is registered for a token is what the token says.
    return this.#made.get(key) as A
  }
}
