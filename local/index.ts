export type { LocalContext } from './context.ts'
export type { GatewayKind } from './gateway-kind.ts'
export { LocalError } from './runtime.ts'
export { type LocalServer, type Served, type ServeOptions, serve } from './serve.ts'
