import { listen } from '../../../local/server.ts'
import { type Caller, socketCaller } from '../../tutorial/caller.ts'
import { functionsOf } from '../platform/functions.ts'
import type { Lambda } from '../platform/lambda.ts'
import { gatewayOf } from '../tutorial/gateway.ts'
import { refusal } from '../tutorial/refusal.ts'
import { type Surroundings, startLiveLambda } from './live-lambda.ts'

/** What `sst dev` has deployed, answering by the code of the project's folder. */
export interface LiveApi {
  readonly call: Caller
  readonly close: () => Promise<void>
}

/** API Gateway's limit of a request's body (bytes): "Amazon API Gateway quotas". */
const BODY_LIMIT = 10 * 1024 * 1024

/** Runs the stubs of a deployment and puts its gateway on a socket; close it before `sst dev` is stopped. */
export const startLiveApi = async (surroundings: Surroundings): Promise<LiveApi> => {
  const { planned } = surroundings
  const running = new Map<string, Lambda>()
  for (const each of functionsOf(planned)) running.set(each.name, await startLiveLambda(surroundings, each))
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    allowHosts: [],
    bodyLimit: BODY_LIMIT,
    tooLarge: (request) => refusal([], 'REQUEST_TOO_LARGE', request),
    headersTimeout: 10_000,
    answer: gatewayOf(planned, running),
    answered: () => {},
  })
  return {
    call: socketCaller(server.url),
    close: async () => {
      await server.close()
      await Promise.all([...running.values()].map((lambda) => lambda.close()))
    },
  }
}
