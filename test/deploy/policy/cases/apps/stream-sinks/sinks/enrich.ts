import { Transform } from 'node:stream'
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'

const client = new DynamoDBClient({})

export const enrich = () =>
  new Transform({
    objectMode: true,
    async transform(line: string, _encoding, done) {
      try {
        const { Item } = await client.send(
          new GetItemCommand({ TableName: 'enrichments', Key: { line: { S: line } } }),
        )
        done(null, `${line} ${Item?.extra?.S ?? ''}`)
      } catch (error) {
        done(error as Error)
      }
    },
  })
