import {
  BatchWriteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { calix, post, route } from 'calix'

const client = new DynamoDBClient({})

function* plan(id: string) {
  yield new PutItemCommand({ TableName: 'planned', Item: { id: { S: id } } })
  if (id.length > 1) yield new UpdateItemCommand({ TableName: 'counts', Key: { id: { S: 'all' } } })
}

async function* batches(rows: AsyncIterable<string>) {
  let batch: Array<string> = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length === 25) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

async function* lines(text: string) {
  yield* text.split(',')
}

export const app = calix(
  {},
  route(post('/plans/:id'), async ({ params }) => {
    for (const command of plan(params.id))
      await (command instanceof PutItemCommand ? client.send(command) : client.send(command))
    return null
  }),
  route(post('/rows'), async ({ body }) => {
    for await (const batch of batches(lines(String(body)))) {
      const RequestItems = { rows: batch.map((row) => ({ PutRequest: { Item: { row: { S: row } } } })) }
      await client.send(new BatchWriteItemCommand({ RequestItems }))
    }
    return null
  }),
)
