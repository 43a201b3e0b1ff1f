type Effect<Args extends Array<unknown>, A> = (...args: Args) => Promise<A>

export const withRetry =
  <Args extends Array<unknown>, A>(effect: Effect<Args, A>, times: number): Effect<Args, A> =>
  async (...args) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await effect(...args)
      } catch (error) {
        if (attempt >= times) throw error
      }
    }
  }

export function withTiming<Args extends Array<unknown>, A>(name: string, effect: Effect<Args, A>) {
  return async function timed(this: unknown, ...args: Args): Promise<A> {
    const start = performance.now()
    try {
      return await effect.apply(this, args)
    } finally {
      console.debug(name, performance.now() - start)
    }
  }
}

export const memoize = <A>(effect: (key: string) => Promise<A>) => {
  const cache = new Map<string, Promise<A>>()
  return (key: string): Promise<A> => {
    const hit = cache.get(key)
    if (hit) return hit
    const value = effect(key)
    cache.set(key, value)
    return value
  }
}
