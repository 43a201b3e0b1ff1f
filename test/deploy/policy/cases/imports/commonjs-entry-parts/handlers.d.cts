import type { Handlers } from './to-routes.ts'

declare const handlers: Handlers
export = handlers
