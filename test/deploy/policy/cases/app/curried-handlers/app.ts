import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { calix, get, post, route } from 'calix'
import { getOrder } from './get-order.ts'
import { makeOrders } from './orders.ts'
import { placeOrder } from './place-order.ts'

const orders = makeOrders(new DynamoDBClient({}), 'orders-live')

export const app = calix(
  {},
  route(get('/orders/:id'), getOrder({ orders })),
  route(post('/orders'), placeOrder({ orders, newId: () => '1' })),
)
