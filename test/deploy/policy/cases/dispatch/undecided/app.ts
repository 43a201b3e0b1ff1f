import { S3 } from '@aws-sdk/client-s3'
import * as sdk from '@aws-sdk/client-dynamodb'
import { calix, post, route } from 'calix'

const s3 = new S3({})
const client = new sdk.DynamoDBClient({})
interface Operations {
  readonly [name: string]: (input: object) => Promise<unknown>
}
type Name = 'GetItemCommand' | 'PutItemCommand'

export const app = calix(
  {},
  route(post('/s3/:operation'), async ({ params }) => {
    await (s3 as unknown as Operations)[params.operation]?.({ Bucket: 'any', Key: 'any' })
    return null
  }),
  route(post('/dynamodb/:name'), async ({ params }) => {
    const Command = sdk[params.name as Name] as typeof sdk.GetItemCommand
    await client.send(new Command({ TableName: 'any', Key: {} }))
    return null
  }),
)
