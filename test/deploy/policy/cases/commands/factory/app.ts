import { PutEventsCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { calix, post, route } from 'calix'

const bus = new EventBridgeClient({})

const eventOf = (type: string, detail: unknown) =>
  new PutEventsCommand({
    Entries: [{ EventBusName: 'shop', Source: 'shop.api', DetailType: type, Detail: JSON.stringify(detail) }],
  })

const emit =
  (type: string) =>
  async (detail: unknown): Promise<null> => {
    await bus.send(eventOf(type, detail))
    return null
  }

const ordered = emit('ordered')

export const app = calix(
  {},
  route(post('/orders'), ({ body }) => ordered(body)),
)
