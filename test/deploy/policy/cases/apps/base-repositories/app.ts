import { S3Client } from '@aws-sdk/client-s3'
import { SNSClient } from '@aws-sdk/client-sns'
import { calix, del, get, NotFoundError, put, route } from 'calix'
import { ContractRepository } from './persistence/contracts.ts'
import { CustomerRepository } from './persistence/customers.ts'

const customers = new CustomerRepository()
const contracts = new ContractRepository(new S3Client({}), new SNSClient({}))

const found = <A>(value: A | undefined): A => {
  if (value === undefined) throw new NotFoundError('Not here')
  return value
}

export const app = calix(
  {},
  route(get('/customers/:id'), async ({ params }) => found(await customers.findById(params.id))),
  route(put('/customers/:id'), ({ params, body }) => customers.save({ id: params.id, email: String(body) })),
  route(get('/customers'), async () => {
    const emails: Array<string> = []
    for await (const { email } of customers.all()) emails.push(email)
    return emails
  }),
  route(put('/contracts/:id'), ({ params, body }) =>
    contracts.save({ id: params.id, customerId: '1', text: String(body) }),
  ),
  route(del('/contracts/:id'), ({ params }) => contracts.remove(params.id)),
)
