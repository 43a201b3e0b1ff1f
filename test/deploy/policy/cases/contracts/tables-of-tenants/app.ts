import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  calix,
  del,
  environment,
  get,
  lambda,
  NotFoundError,
  prefix,
  provide,
  route,
  routes,
  use,
} from 'calix'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as R from 'fp-ts/Record'
import { Repository } from './repository.ts'

interface Environment {
  readonly db: DynamoDBClient
}

const TABLES = { acme: 'acme-invoices', globex: 'globex-invoices' }

const table = provide(
  ({ params }) => {
    const found = Object.entries(TABLES).find(([tenant]) => tenant === params.tenant)
    return found === undefined
      ? E.left(new NotFoundError(`one of ${R.keys(TABLES).join()}`))
      : E.right({ table: found[1] })
  },
  { errors: [NotFoundError] },
)

const invoices = provide((_, { db, table }: Environment & { readonly table: string }) => ({
  invoices: new Repository(db, table),
}))

interface Invoices {
  readonly invoices: Repository
}

const show = route(get('/:id'), async ({ params }, { invoices }: Invoices) => {
  const found = await invoices.find(params.id)
  return found ?? new NotFoundError(params.id)
})

const remove = route(del('/:id'), async ({ params }, { invoices }: Invoices) => {
  await invoices.remove(params.id)
  return null
})

const tenants = pipe(routes(show, remove), use(invoices, table), prefix('/tenants/:tenant/invoices'))

export const app = calix({ environment: environment<Environment>() }, tenants)

export const handler = lambda(app, { db: new DynamoDBClient({}) })
