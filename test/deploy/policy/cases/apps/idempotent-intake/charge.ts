import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { idempotent } from './idempotent.ts'

const lambda = new LambdaClient({})

export const charge = idempotent<[customer: string, cents: number]>({ key: (customer) => customer })(
  async function charge(customer, cents) {
    if (customer === 'nobody') throw new Error('nobody pays')
    await lambda.send(
      new InvokeCommand({
        FunctionName: 'billing-charge',
        Qualifier: 'live',
        InvocationType: 'Event',
        Payload: JSON.stringify({ customer, cents }),
      }),
    )
    return { charged: cents }
  },
)
