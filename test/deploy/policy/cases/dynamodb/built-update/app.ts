import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DynamoDBDocumentClient,
  PutCommand,
  type UpdateCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { calix, ConflictError, patch, put, route } from 'calix'

const TABLE = process.env.TABLE_NAME || ''
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))

const buildUpdate = (key: Record<string, unknown>, changes: Record<string, unknown>): UpdateCommandInput => {
  const sets: Array<string> = ['#updated = :updated']
  const names: Record<string, string> = { '#updated': 'updated' }
  const values: Record<string, unknown> = { ':updated': new Date().toISOString() }
  for (const [name, value] of Object.entries(changes)) {
    sets.push(`#${name} = :${name}`)
    names[`#${name}`] = name
    values[`:${name}`] = value
  }
  return {
    TableName: TABLE,
    Key: key,
    UpdateExpression: `SET ${sets.join(', ')}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
    ReturnValues: 'ALL_NEW' as const,
  }
}

export const app = calix(
  {},
  route(patch('/payments/:id'), async ({ body, params }) => {
    const changes = JSON.parse(JSON.stringify(body)) as Record<string, unknown>
    const { Attributes } = await client.send(
      new UpdateCommand(buildUpdate({ pk: `payment#${params.id}` }, changes)),
    )
    return Attributes ?? null
  }),
  route(put('/payments/:id'), async ({ body, params }) => {
    const item = {
      TableName: process.env['TABLE_NAME'] as string,
      Item: { [process.env.PRIMARY_KEY || 'pk']: params.id, ...(body as object) },
      ConditionExpression: 'attribute_not_exists(pk)',
    }
    try {
      await client.send(new PutCommand(item))
    } catch (error) {
      if ((error as Error).name === 'ConditionalCheckFailedException') return new ConflictError(params.id)
      throw error
    }
    return null
  }),
)
