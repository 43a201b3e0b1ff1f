import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'

const client = new EventBridgeClient({})

export function eventBus(EventBusName, Source) {
  const entry = (DetailType, detail) => ({ EventBusName, Source, DetailType, Detail: JSON.stringify(detail) })
  return {
    emit(type, ...details) {
      const Entries = details.map((detail) => entry(type, detail))
      return client.send(new PutEventsCommand({ Entries }))
    },
  }
}
