import { any, calix, type Request, response, route } from '../../src/index.ts'
import { fetchOf, functionUrl } from '../../testing/index.ts'
import { untyped } from './untyped.ts'

/** A request as the app of `echo` reads it. */
export interface Echoed {
  readonly method: string
  readonly rawPath: string
  readonly queryAll: Readonly<Record<string, ReadonlyArray<string>>>
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
  /** As ISO 8859-1, so that no byte is lost. */
  readonly text: string
}

const answer = ({ cookies, headers, method, queryAll, rawBody, rawPath }: Request) =>
  response({ method, rawPath, queryAll, headers, cookies, text: Buffer.from(rawBody).toString('latin1') })

/** Answers with the request, whatever it is. */
export const echo = calix({}, route(any('/'), answer), route(any('/*rest'), answer))

/** The path of a function URL is the one that was sent. */
export const echoing = untyped('http://calix.test', { fetch: fetchOf(echo, { gateway: functionUrl }) })

export const echoed = async (task: { readonly promise: () => Promise<unknown> }): Promise<Echoed> =>
  (await task.promise()) as Echoed
