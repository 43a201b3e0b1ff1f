import type { Authorizer } from './authorizer.ts'
import { CONTRACT, type Contract } from './contract.ts'
import { assertOptions } from './options.ts'
import { type Path, parsePath } from './path.ts'
import type { DecodedRequest } from './request.ts'

/**
 * The methods a route can be for; `ANY` takes every method that no other route of the path takes.
 *
 * @since 0.1.0
 */
export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'ANY'

declare const KEY: unique symbol
declare const ASKS: unique symbol

/**
 * Where a route answers, and what it expects there: methods, a path, a contract, and who may call. `K` is its methods and
 * path, such as `"GET /cities/:city"`, and `C` its contract.
 *
 * @since 0.1.0
 */
export interface Endpoint<K extends string = string, C = Contract> {
  readonly [KEY]: K
  readonly methods: ReadonlyArray<Method>
  readonly path: K extends `${string} ${infer P}` ? P : string
  readonly contract: C
  /**
   * What its handler receives, for the compiler alone: an endpoint whose contract decodes a part is none whose contract does
   * not say so.
   */
  readonly [ASKS]?: DecodedRequest<K, C>
  /** Who may call; whatever a group says when absent, and anybody when empty. */
  readonly authorizers?: ReadonlyArray<Authorizer>
}

/** Any endpoint, whatever its handler receives. */
export interface AnyEndpoint {
  readonly [KEY]: string
  readonly methods: ReadonlyArray<Method>
  readonly contract: object
}

/** Whether a value is an endpoint. */
export const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'methods' in value && 'path' in value && 'contract' in value

/** A contract, with a demand that nothing meets for each name that is not a contract's. */
type Known<C> = keyof C extends keyof Contract
  ? C
  : C & { readonly [Name in Exclude<keyof C, keyof Contract>]: never }

/** The contract as data that nobody changes. */
const frozen = ({ accepts, errors, tags, ...others }: Contract): Contract =>
  Object.freeze({
    ...others,
    ...(accepts === undefined
      ? {}
      : { accepts: typeof accepts === 'string' ? accepts : Object.freeze([...accepts]) }),
    ...(errors === undefined ? {} : { errors: Object.freeze([...errors]) }),
    ...(tags === undefined ? {} : { tags: Object.freeze([...tags]) }),
  })

/**
 * An endpoint of several methods, for one handler.
 *
 * @throws TypeError when the path is malformed or no method is given.
 * @since 0.1.0
 * @example
 * const object = methods(['GET', 'PUT'], '/objects/:key')
 */
export const methods = <const M extends Method, const P extends Path, const C extends Contract = object>(
  list: ReadonlyArray<M>,
  path: P,
  contract?: Known<C>,
): Endpoint<`${M} ${P}`, C> => {
  if (list.length === 0) throw new TypeError(`Endpoint '${path}' has no method`)
  parsePath(path)
  assertOptions(`Endpoint '${path}'`, contract ?? {}, CONTRACT)
  const endpoint: Pick<Endpoint, 'methods' | 'path' | 'contract'> = {
    methods: Object.freeze([...new Set(list)]),
    path,
    contract: frozen(contract ?? {}),
  }
  // What an endpoint's type says beside its data is for the compiler alone.
  return Object.freeze(endpoint) as Endpoint<`${M} ${P}`, C>
}

const endpointOf =
  <M extends Method>(method: M) =>
  <const P extends Path, const C extends Contract = object>(
    path: P,
    contract?: Known<C>,
  ): Endpoint<`${M} ${P}`, C> =>
    methods<M, P, C>([method], path, contract)

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
