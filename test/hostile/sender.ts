import { type App, lambda } from 'calix'
import { type Client, type ClientOptions, client } from 'calix/testing'

/**
 * A client whose events pass through JSON, as Lambda's do: a key such as `__proto__` is then a key of its own.
 *
 * @throws Error from a call when the handler rejects, which it never should; what it rejected with may be a value that
 *   no test runner can print, so it is left out.
 */
export const sender = (app: App, options: ClientOptions = {}): Client => {
  const handler = lambda(app)
  return client(async (event, context) => {
    try {
      return await handler(JSON.parse(JSON.stringify(event)), context)
    } catch {
      throw new Error('The handler rejected')
    }
  }, options)
}

/** A log that keeps what it is told. */
export const ledger = () => {
  const entries: Array<{ readonly error: unknown; readonly where: string }> = []
  return {
    entries,
    log: (entry: { readonly error: unknown; readonly where: string }) => void entries.push(entry),
  }
}
