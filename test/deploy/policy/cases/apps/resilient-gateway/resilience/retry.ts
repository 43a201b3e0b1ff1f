import { setTimeout as sleep } from 'node:timers/promises'

export interface RetryOptions {
  readonly attempts: number
  readonly delayMs: number
  readonly retryable?: (error: unknown) => boolean
}

export const retrying =
  ({ attempts, delayMs, retryable = () => true }: RetryOptions) =>
  <Args extends ReadonlyArray<unknown>, A>(work: (...args: Args) => Promise<A>) =>
  async (...args: Args): Promise<A> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work(...args)
      } catch (error) {
        if (attempt === attempts || !retryable(error)) throw error
        await sleep(delayMs * 2 ** attempt)
      }
    }
  }
