import type { PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3'
import { type DeleteTableCommand, type DynamoDBClient, ReturnValue } from '@aws-sdk/client-dynamodb'
import { calix, get, post, route } from 'calix'

type Save = (client: S3Client, input: PutObjectCommandInput) => void
type Drop = (client: DynamoDBClient, command: DeleteTableCommand) => void

const sizeOf = (input: PutObjectCommandInput): number => String(input.Body).length
const save: Save = (_, input) => void sizeOf(input)
const drop: Drop | undefined = undefined

export const app = calix(
  {},
  route(get('/sizes'), () => sizeOf({ Bucket: 'never', Key: 'never', Body: 'four' })),
  route(post('/sizes'), () => [typeof save, typeof drop, ReturnValue.ALL_NEW]),
)
