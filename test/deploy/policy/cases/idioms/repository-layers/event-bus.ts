import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'

export interface Bus {
  readonly emit: (type: string, detail: object) => Promise<void>
}

export const eventBus = (client: EventBridgeClient, EventBusName: string): Bus => ({
  emit: async (DetailType, detail) => {
    const { FailedEntryCount = 0 } = await client.send(
      new PutEventsCommand({
        Entries: [{ EventBusName, Source: 'shop', DetailType, Detail: JSON.stringify(detail) }],
      }),
    )
    if (FailedEntryCount > 0) throw new Error(`${DetailType} was not taken`)
  },
})
