import type { Either } from '#fp/Either'
import type { ClientError, RouteError } from './error.ts'
import type { ClientOptions } from './options.ts'
import { type Call, send } from './send.ts'

/**
 * A call that has not been sent: run as fp-ts's `TaskEither`, or with `promise`, and each time it is sent anew.
 *
 * @since 0.1.0
 */
export interface ClientTask<E, A> {
  /** Never rejects. */
  (): Promise<Either<E, A>>
  /** Rejects with the `Left`, which is an `Error`. */
  readonly promise: () => Promise<A>
}

type Sender = (path: string, call?: Call) => ClientTask<ClientError | RouteError, unknown>

/** A client that knows nothing of the routes that it calls. */
export interface UntypedClient {
  readonly get: Sender
  readonly put: Sender
  readonly post: Sender
  readonly patch: Sender
  readonly del: Sender
  readonly head: Sender
  readonly options: Sender
}

/**
 * A client of whatever answers below a URL.
 *
 * @throws TypeError when the URL has a query or a fragment.
 */
export const untyped = (baseUrl: string, options: ClientOptions = {}): UntypedClient => {
  if (/[?#]/.test(baseUrl))
    throw new TypeError(`client('${baseUrl}'): a base URL has no query and no fragment: end it before`)
  const base = baseUrl.replace(/\/+$/, '')
  const sender =
    (method: string): Sender =>
    (path, call = {}) => {
      const task = () => send(base, options, method, path, call)
      const promise = async () => {
        const either = await task()
        if (either._tag === 'Left') throw either.left
        return either.right
      }
      return Object.assign(task, { promise })
    }
  return {
    get: sender('GET'),
    put: sender('PUT'),
    post: sender('POST'),
    patch: sender('PATCH'),
    del: sender('DELETE'),
    head: sender('HEAD'),
    options: sender('OPTIONS'),
  }
}
