import { alb, albMulti } from './alb.ts'
import type { Gateway } from './gateway.ts'
import { httpApi, httpApiV1 } from './http.ts'
import { restApi } from './rest.ts'
import { functionUrl } from './url.ts'

export { alb, albMulti } from './alb.ts'
export type { Deployment, Gateway, WireAnswer, WireRequest } from './gateway.ts'
export { httpApi, httpApiV1 } from './http.ts'
export { restApi } from './rest.ts'
export { functionUrl } from './url.ts'

/**
 * Every gateway, so that one test can run on each event format.
 *
 * @since 0.1.0
 * @example
 * it.each(gateways)('answers a $name event', async (gateway) => {
 *   expect((await client(app, { gateway }).get('/cities/seattle')).status).toBe(200)
 * })
 */
export const gateways: readonly Gateway[] = [httpApi, httpApiV1, restApi, functionUrl, alb, albMulti]
