import { digest } from './secret.ts'

/** Answers of Lambda authorizers, each for its time. */
export interface AnswerCache<A> {
  /**
   * The answer that an authorizer has given to an identity, while it holds.
   *
   * @param authorizer its name
   * @param identity the value of its identity source, of which only a digest is kept
   */
  readonly get: (authorizer: string, identity: string) => A | undefined
  /** Keeps an answer for `ttl` seconds; 0 keeps nothing. */
  readonly set: (authorizer: string, identity: string, ttl: number, answer: A) => void
  /** Forgets all, as after a deployment. */
  readonly clear: () => void
}

const SIZE = 1000

/**
 * Remembers what Lambda authorizers have answered, as API Gateway does: by authorizer and identity source alone, so an
 * answer holds for every route and is evaluated for each. What is not answered yet is not waited for: two requests at
 * once are two questions. Only answers belong in here, not failures.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html
 *
 * @param now tells the time
 * @param size how many answers are kept, the newest
 * @since 0.1.0
 */
export const answerCache = <A>(now: () => Date, size: number = SIZE): AnswerCache<A> => {
  const kept = new Map<string, { readonly until: number; readonly answer: A }>()
  const keyOf = (authorizer: string, identity: string): string =>
    `${authorizer} ${digest(identity).toString('base64')}`
  return {
    get: (authorizer, identity) => {
      const key = keyOf(authorizer, identity)
      const found = kept.get(key)
      if (found === undefined || now().getTime() < found.until) return found?.answer
      kept.delete(key)
      return undefined
    },
    set: (authorizer, identity, ttl, answer) => {
      const key = keyOf(authorizer, identity)
      // Anew, so that it is the youngest.
      kept.delete(key)
      if (!(ttl > 0)) return
      kept.set(key, { until: now().getTime() + ttl * 1000, answer })
      for (const oldest of kept.keys()) {
        if (kept.size <= size) break
        kept.delete(oldest)
      }
    },
    clear: () => kept.clear(),
  }
}
