import { DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { ForbiddenError, type Request } from 'calix'
import type { Layer } from './onion.ts'
import { inTenant, tenant } from './tenancy.ts'

type Context = Request<{ readonly tenant: string; readonly id: string }>

const dynamo = new DynamoDBClient({})

export const resolveTenant: Layer<Context, unknown> = async ({ params }, next) => {
  const { Item } = await dynamo.send(
    new GetItemCommand({ TableName: 'control-tenants', Key: { id: { S: params.tenant } } }),
  )
  if (Item === undefined) throw new ForbiddenError('unknown tenant')
  return inTenant({ id: params.tenant, plan: Item.plan?.S === 'paid' ? 'paid' : 'free' }, next)
}

export const countUsage: Layer<Context, unknown> = async (_, next) => {
  const answer = await next()
  await dynamo.send(
    new UpdateItemCommand({
      TableName: 'control-usage',
      Key: { tenant: { S: tenant().id } },
      UpdateExpression: 'ADD calls :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    }),
  )
  return answer
}

export const timed: Layer<Context, unknown> = async ({ path }, next) => {
  const start = performance.now()
  try {
    return await next()
  } finally {
    console.debug(`${path} took ${performance.now() - start}`)
  }
}
