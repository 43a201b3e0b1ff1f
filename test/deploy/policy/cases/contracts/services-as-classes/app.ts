import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { calix, environment, get, lambda, post, provide, route, routes, use } from 'calix'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { Services } from './services.ts'

const tenant = provide(async ({ headers }, { tenants }: Pick<Services, 'tenants'>) => ({
  tenant: await tenants.of(headers.host ?? ''),
}))

interface Tenant {
  readonly tenant: { readonly id: string }
}

const show = route(get('/jobs/:id'), ({ params }, { jobs, tenant }: Tenant & Pick<Services, 'jobs'>) =>
  jobs.find(tenant.id, params.id),
)

const start = route(
  post('/jobs', { body: t.type({ name: t.string }) }),
  async ({ body }, { jobs, tenant }: Tenant & Pick<Services, 'jobs'>) => {
    await jobs.start(tenant.id, body.name)
    return null
  },
)

export const app = calix({ environment: environment<Services>() }, pipe(routes(show, start), use(tenant)))

const services = new Services(new DynamoDBClient({}), new SQSClient({}))

export const handler = lambda(app, services)
