export interface Token<A> {
  readonly key: symbol
  readonly of?: A
}

export const token = <A>(name: string): Token<A> => ({ key: Symbol(name) })

type Factory<A> = (container: Container) => A

interface Registration {
  readonly factory: Factory<unknown>
  readonly lifetime: 'singleton' | 'transient'
}

export class Container {
  private readonly registrations = new Map<symbol, Registration>()
  private readonly singletons = new Map<symbol, unknown>()

  singleton<A>({ key }: Token<A>, factory: Factory<A>): this {
    this.registrations.set(key, { factory, lifetime: 'singleton' })
    return this
  }

  transient<A>({ key }: Token<A>, factory: Factory<A>): this {
    this.registrations.set(key, { factory, lifetime: 'transient' })
    return this
  }

  value<A>(of: Token<A>, value: A): this {
    return this.singleton(of, () => value)
  }

  get<A>({ key }: Token<A>): A {
    if (this.singletons.has(key)) return this.singletons.get(key) as A
    const registration = this.registrations.get(key)
    if (!registration) throw new Error(`${String(key.description)} is not registered`)
    const made = registration.factory(this)
    if (registration.lifetime === 'singleton') this.singletons.set(key, made)
    return made as A
  }
}
