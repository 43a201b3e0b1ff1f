import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { on } from '../events/bus.ts'

const gates = new IoTDataPlaneClient({})

on('card.lost', async ({ memberId }) => {
  await gates.send(
    new PublishCommand({ topic: `gates/${memberId}/revoked`, payload: Buffer.from('{}'), qos: 1 }),
  )
})
