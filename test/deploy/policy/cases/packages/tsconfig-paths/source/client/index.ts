import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

export const client = new DynamoDBClient({})
export const table = 'path-things'
