import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { post, route, use } from 'calix'
import { pipe } from 'fp-ts/function'
import { withSecret } from '../middleware/secret.ts'

const lambdas = new LambdaClient({})

export const payments = pipe(
  route(post('/payments'), async ({ body }) => {
    const { StatusCode } = await lambdas.send(
      new InvokeCommand({
        FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:charge:live',
        Payload: JSON.stringify(body),
      }),
    )
    return { StatusCode }
  }),
  use(withSecret('payments/gateway', 'gatewayKey', { ttlMs: 1_000 })),
)
