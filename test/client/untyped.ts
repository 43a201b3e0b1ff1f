import type { UntypedClient } from '../../client/client.ts'
import { type ClientOptions, client } from '../../client/index.ts'

/** The client without the types of any app's routes: most of what is tried here they would not let through. */
export const untyped = (baseUrl: string, options?: ClientOptions): UntypedClient =>
  client(baseUrl, options) as unknown as UntypedClient
