export type { Deployment, Gateway, GatewayCaller, WireAnswer, WireRequest } from '../local/gateway/gateway.ts'
export {
  alb,
  albMulti,
  functionUrl,
  gateways,
  httpApi,
  httpApiV1,
  restApi,
} from '../local/gateway/gateways.ts'
export {
  type Client,
  type ClientOptions,
  type ContextOptions,
  client,
  type Handler,
  type Send,
} from './client.ts'
export { type FetchOptions, fetchOf } from './fetch-of.ts'
export type { ClientIdentity } from './identity.ts'
export type { ClientRequest, OneOrMore } from './request.ts'
export type { ClientResponse } from './response.ts'
