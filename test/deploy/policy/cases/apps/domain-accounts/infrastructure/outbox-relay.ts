import { DeleteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'

const client = new DynamoDBClient({})
const bus = new EventBridgeClient({})

export const relayOutbox = async (): Promise<number> => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'bank-outbox', Limit: 25 }))
  let sent = 0
  for (const item of Items) {
    if (!item.id) continue
    await bus.send(
      new PutEventsCommand({
        Entries: [
          {
            EventBusName: 'bank',
            Source: 'bank.accounts',
            DetailType: 'account-event',
            Detail: item.data?.S ?? '{}',
          },
        ],
      }),
    )
    await client.send(new DeleteItemCommand({ TableName: 'bank-outbox', Key: { id: item.id } }))
    sent += 1
  }
  return sent
}
