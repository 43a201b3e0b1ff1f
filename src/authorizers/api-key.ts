import type { ApiKeyAuthorizer, ApiKeyIdentity, Identifies } from '../authorizer.ts'

/**
 * Lets requests in that hold an API key of the stage, in `x-api-key`. REST APIs have keys; other gateways have none.
 *
 * A key says which client calls, for quotas and throttling; it is no proof of who somebody is.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 *
 * @since 0.1.0
 * @example
 * const authenticated = pipe(route(get('/authenticated'), () => ({ secure: true })), authorize(apiKey()))
 */
export const apiKey = (): ApiKeyAuthorizer & Identifies<ApiKeyIdentity> =>
  Object.freeze({ kind: 'api-key', name: 'api-key' })
