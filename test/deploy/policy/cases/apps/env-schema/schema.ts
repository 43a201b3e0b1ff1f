export interface Schema<A> {
  readonly parse: (value: string | undefined, name: string) => A
}

class Text implements Schema<string> {
  readonly #fallback: string | undefined
  readonly #check: (value: string) => boolean

  constructor(fallback?: string, check: (value: string) => boolean = () => true) {
    this.#fallback = fallback
    this.#check = check
  }

  default(value: string): Text {
    return new Text(value, this.#check)
  }

  startsWith(start: string): Text {
    return new Text(this.#fallback, (value) => value.startsWith(start))
  }

  parse(value: string | undefined, name: string): string {
    const chosen = value ?? this.#fallback
    if (chosen === undefined) throw new Error(`${name} is required`)
    if (!this.#check(chosen)) throw new Error(`${name} is malformed`)
    return chosen
  }
}

export const text = () => new Text()

export const flag = (): Schema<boolean> => ({ parse: (value) => value === 'true' || value === '1' })

export const integer = (fallback: number): Schema<number> => ({
  parse: (value, name) => {
    const number = value === undefined ? fallback : Number.parseInt(value, 10)
    if (Number.isNaN(number)) throw new Error(`${name} is no number`)
    return number
  },
})

type Parsed<S> = { readonly [K in keyof S]: S[K] extends Schema<infer A> ? A : never }

export const object = <S extends Record<string, Schema<unknown>>>(shape: S) => ({
  parse: (source: Record<string, string | undefined>): Parsed<S> => {
    const errors: Array<string> = []
    const parsed: Record<string, unknown> = {}
    for (const [name, schema] of Object.entries(shape)) {
      try {
        parsed[name] = schema.parse(source[name], name)
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error))
      }
    }
    if (errors.length > 0) throw new Error(`Environment: ${errors.join('; ')}`)
    return parsed as Parsed<S>
  },
})
