import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi'
import { calix, post, route } from 'calix'

const client = new ApiGatewayManagementApiClient({
  endpoint: 'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod',
})

const push = route(post('/sockets/:id'), async ({ params, rawBody = new Uint8Array() }) => {
  const ConnectionId = params.id
  try {
    await client.send(new PostToConnectionCommand({ ConnectionId, Data: rawBody }))
  } catch (error) {
    if (error instanceof GoneException) return 'gone'
    await client.send(new DeleteConnectionCommand({ ConnectionId }))
  }
  return 'pushed'
})

export const app = calix({}, push)
