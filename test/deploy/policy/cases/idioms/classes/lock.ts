// @ts-nocheck Symbol.asyncDispose is newer than the library that the repository's configuration names.
import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'

const db = new DynamoDBClient()
const TableName = 'app-locks'

export class Lock {
  static async take(name: string): Promise<Lock> {
    await db.send(new PutItemCommand({ TableName, Item: { name: { S: name } } }))
    return new Lock(name)
  }
  private constructor(readonly name: string) {}
  async [Symbol.asyncDispose]() {
    await db.send(new DeleteItemCommand({ TableName, Key: { name: { S: this.name } } }))
  }
}

export const run = async (name: string) => {
  const { executionArn } = await new SFNClient().send(
    new StartExecutionCommand({
      stateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:locked',
      name,
    }),
  )
  return executionArn ?? null
}
