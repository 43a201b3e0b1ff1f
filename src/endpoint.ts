import type { Authorizer, Identifies } from './authorizer.ts'
import type { Contract } from './contract.ts'
import { assertOptions } from './options.ts'
import { type Path, parsePath } from './path.ts'

/**
 * The methods a route can be for; `ANY` takes every method that no other route of the path takes.
 *
 * @since 0.1.0
 */
export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'ANY'

/**
 * Where a route answers, and what it expects there: methods, a path, a contract, and who may call. `Identity` is what its
 * authorizer says of the caller.
 *
 * @since 0.1.0
 */
export interface Endpoint<M extends Method = Method, P extends string = string, Identity = unknown>
  extends Identifies<Identity> {
  readonly methods: ReadonlyArray<M>
  readonly path: P
  readonly contract: Contract
  /** Who may call; whatever a group says when absent, and anybody when empty. */
  readonly authorizers?: ReadonlyArray<Authorizer>
}

/**
 * An endpoint of several methods, for one handler.
 *
 * @throws TypeError when the path is malformed or no method is given.
 * @since 0.1.0
 * @example
 * const object = methods(['GET', 'PUT'], '/objects/:key')
 */
export const methods = <const M extends Method, const P extends Path>(
  list: ReadonlyArray<M>,
  path: P,
  contract: Contract = {},
): Endpoint<M, P> => {
  if (list.length === 0) throw new TypeError(`Endpoint '${path}' has no method`)
  parsePath(path)
  assertOptions(`Endpoint '${path}'`, contract, ['accepts'])
  const { accepts } = contract
  return Object.freeze({
    methods: Object.freeze([...new Set(list)]),
    path,
    contract: Object.freeze(
      typeof accepts === 'object' ? { ...contract, accepts: Object.freeze([...accepts]) } : { ...contract },
    ),
  })
}

const endpointOf =
  <M extends Method>(method: M) =>
  <const P extends Path>(path: P, contract: Contract = {}): Endpoint<M, P> =>
    methods([method], path, contract)

/**
 * An endpoint for GET, which answers HEAD too (RFC 9110 §9.3.2).
 *
 * @throws TypeError when the path is malformed or an option is unknown.
 * @since 0.1.0
 * @example
 * const city = get('/cities/:city')
 */
export const get = endpointOf('GET')

/**
 * An endpoint for PUT (RFC 9110 §9.3.4).
 *
 * @throws TypeError when the path is malformed or an option is unknown.
 * @since 0.1.0
 */
export const put = endpointOf('PUT')

/**
 * An endpoint for POST (RFC 9110 §9.3.3).
 *
 * @throws TypeError when the path is malformed or an option is unknown.
 * @since 0.1.0
 * @example
 * const states = post('/', { accepts: 'application/x-www-form-urlencoded' })
 */
export const post = endpointOf('POST')

/**
 * An endpoint for PATCH (RFC 5789).
 *
 * @throws TypeError when the path is malformed or an option is unknown.
 * @since 0.1.0
 */
export const patch = endpointOf('PATCH')

/**
 * An endpoint for DELETE (RFC 9110 §9.3.5); the word `delete` is taken.
 *
 * @throws TypeError when the path is malformed or an option is unknown.
 * @since 0.1.0
 */
export const del = endpointOf('DELETE')

/**
 * An endpoint for HEAD, where GET's own answer without its body will not do.
 *
 * @throws TypeError when the path is malformed or an option is unknown.
 * @since 0.1.0
 */
export const head = endpointOf('HEAD')

/**
 * An endpoint for OPTIONS, where the answer that calix gives will not do.
 *
 * @throws TypeError when the path is malformed or an option is unknown.
 * @since 0.1.0
 */
export const options = endpointOf('OPTIONS')

/**
 * An endpoint for every method that no other route of the path takes.
 *
 * @throws TypeError when the path is malformed or an option is unknown.
 * @since 0.1.0
 */
export const any = endpointOf('ANY')
