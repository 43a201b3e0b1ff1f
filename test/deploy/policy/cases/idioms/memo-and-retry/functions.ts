import { setTimeout as sleep } from 'node:timers/promises'

export const memoize = <K, V>(run: (key: K) => Promise<V>): ((key: K) => Promise<V>) => {
  const known = new Map<K, Promise<V>>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = run(key).catch((error: unknown) => {
      known.delete(key)
      throw error
    })
    known.set(key, made)
    return made
  }
}

interface RetryOptions {
  readonly attempts: number
  readonly isTransient: (error: unknown) => boolean
}

export const withRetry =
  ({ attempts, isTransient }: RetryOptions) =>
  <A extends ReadonlyArray<unknown>, B>(run: (...args: A) => Promise<B>) =>
  async (...args: A): Promise<B> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run(...args)
      } catch (error) {
        if (attempt >= attempts || !isTransient(error)) throw error
        await sleep(2 ** attempt)
      }
    }
  }

export const limiter = (limit: number) => {
  let running = 0
  const waiting: Array<() => void> = []
  const release = () => {
    running -= 1
    waiting.shift()?.()
  }
  return async <A>(run: () => Promise<A>): Promise<A> => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    running += 1
    return run().finally(release)
  }
}

export const debounced = <A>(flush: (all: ReadonlyArray<string>) => Promise<A>) => {
  let pending: Array<string> = []
  return (one: string): Promise<A> => {
    pending.push(one)
    return new Promise((resolve, reject) => {
      queueMicrotask(() => {
        const all = pending
        pending = []
        flush(all).then(resolve, reject)
      })
    })
  }
}

export const withTimeout = async <A>(
  milliseconds: number,
  run: (signal: AbortSignal) => Promise<A>,
): Promise<A> => {
  const ended = new AbortController()
  const late = sleep(milliseconds, undefined, { signal: ended.signal }).then((): never => {
    throw new Error('too late')
  })
  return Promise.race([run(ended.signal), late]).finally(() => ended.abort())
}

export const breaker = <A, B>(run: () => Promise<A>, fallback: (error: unknown) => Promise<B>) => {
  let failures = 0
  return async (): Promise<A | B> => {
    if (failures > 3) return fallback(new Error('open'))
    try {
      const result = await run()
      failures = 0
      return result
    } catch (error) {
      failures += 1
      return fallback(error)
    }
  }
}
