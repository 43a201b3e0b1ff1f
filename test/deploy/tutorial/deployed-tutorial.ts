import { listen } from '../../../local/server.ts'
import { type Caller, socketCaller } from '../../tutorial/caller.ts'
import { type Bundle, bundlesOf } from '../platform/bundles.ts'
import type { Deployment } from '../platform/deploy.ts'
import { type Lambda, startLambda } from '../platform/lambda.ts'
import type { Planned } from '../platform/resources.ts'
import { gatewayOf, type Reading } from './gateway.ts'
import { refusal } from './refusal.ts'

/** A deployment that answers, with cold starts and memories of its own. */
export interface Answering {
  readonly url: string
  readonly call: Caller
  /** How often a function has been invoked, by the name of its component. */
  readonly invocations: (name: string) => number
  readonly close: () => Promise<void>
}

/** What a gateway may be set up from in the place of all that has been deployed. */
interface Setting {
  readonly resources?: Planned['resources']
  readonly reading?: Reading
}

/** API Gateway's limit of a request's body (bytes): "Amazon API Gateway quotas". */
const BODY_LIMIT = 10 * 1024 * 1024

const counting = (lambda: Lambda, count: () => void): Pick<Lambda, 'invoke'> => ({
  invoke: (event) => {
    count()
    return lambda.invoke(event)
  },
})

/** Runs the functions of a deployment and puts its gateway on a socket; close it in the end. */
export const answering = async (
  run: Deployment,
  { resources = run.resources, reading = 'decoded' }: Setting = {},
): Promise<Answering> => {
  const counts = new Map<string, number>()
  const lambdas = bundlesOf(run).map((bundle: Bundle) => [bundle.name, startLambda(bundle)] as const)
  const running = new Map(
    lambdas.map(([name, lambda]) => [
      name,
      counting(lambda, () => counts.set(name, (counts.get(name) ?? 0) + 1)),
    ]),
  )
  const planned = { resources }
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    allowHosts: [],
    bodyLimit: BODY_LIMIT,
    tooLarge: (request) => refusal([], 'REQUEST_TOO_LARGE', request),
    headersTimeout: 10_000,
    answer: gatewayOf(planned, running, reading),
    answered: () => {},
  })
  return {
    url: server.url,
    call: socketCaller(server.url),
    invocations: (name) => counts.get(name) ?? 0,
    close: async () => {
      await server.close()
      await Promise.all(lambdas.map(([, lambda]) => lambda.close()))
    },
  }
}
