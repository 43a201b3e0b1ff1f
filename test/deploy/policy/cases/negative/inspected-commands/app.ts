import { DeleteItemCommand, DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { calix, get, post, route } from 'calix'

const client = new DynamoDBClient({})

const describe = (command: DeleteItemCommand | QueryCommand): string => {
  if (command instanceof DeleteItemCommand) return `deletes from ${command.input.TableName}`
  return command.constructor.name
}

const queue: Array<PutItemCommand> = []

export const app = calix(
  {},
  route(get('/description'), () => describe(new DeleteItemCommand({ TableName: 'rows', Key: {} }))),
  route(post('/queue'), () => queue.push(new PutItemCommand({ TableName: 'rows', Item: {} }))),
  route(get('/client'), async () => client.config.region()),
)
