import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import type { Request } from 'calix'

const client = new EventBridgeClient({})

export default async function place({ body }: Pick<Request, 'body'>) {
  const Entries = [{ Source: 'orders', DetailType: 'placed', Detail: JSON.stringify(body) }]
  await client.send(new PutEventsCommand({ Entries }))
  return null
}
