import { type LocalServer, type Served, type ServeOptions, serve } from 'calix/local'
import { onTestFinished } from 'vitest'

type Handler = Extract<Served, { readonly handler: unknown }>['handler']

/** A server in this process, for the length of one test. */
export interface Serving {
  readonly server: LocalServer
  readonly url: string
  /** As it stands in a `Host` header. */
  readonly host: string
  /** The log, errors excepted. */
  readonly lines: string[]
  readonly errors: string[]
}

export const serving = async (handler: Handler, options: ServeOptions = {}): Promise<Serving> => {
  const lines: string[] = []
  const errors: string[] = []
  const server = await serve({
    handler,
    port: 0,
    log: (line) => lines.push(line),
    logError: (text) => errors.push(text),
    ...options,
  })
  onTestFinished(() => server.close())
  return { server, url: server.url, host: new URL(server.url).host, lines, errors }
}
