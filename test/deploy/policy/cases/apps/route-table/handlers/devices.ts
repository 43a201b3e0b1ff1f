import { DescribeEndpointCommand, IoTClient } from './iot.ts'
import {
  GetThingShadowCommand,
  IoTDataPlaneClient,
  UpdateThingShadowCommand,
} from '@aws-sdk/client-iot-data-plane'
import type { Handler } from '../routing.ts'

const data = new IoTDataPlaneClient({})
const control = new IoTClient()

export const show: Handler = async ({ params }) => {
  const { payload } = await data.send(new GetThingShadowCommand({ thingName: `dev-${params.id}` }))
  return { payload: Buffer.from(payload ?? []).toString() }
}

export const update: Handler = async ({ params, body }) => {
  const payload = Buffer.from(JSON.stringify({ state: { desired: body } }))
  await data.send(new UpdateThingShadowCommand({ thingName: `dev-${params.id}`, payload }))
  return null
}

export const endpoint: Handler = () => control.send(new DescribeEndpointCommand({ endpointType: 'data' }))
