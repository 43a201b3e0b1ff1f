// @ts-nocheck TypeScript erases no decorators, so the repository's own configuration refuses them.
import { GetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PutMetricDataCommand, CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { calix, get, route } from 'calix'

const cloudwatch = new CloudWatchClient({})

function counted(name: string) {
  return (method: (...args: unknown[]) => Promise<unknown>, _: ClassMethodDecoratorContext) =>
    async function (this: unknown, ...args: unknown[]) {
      await cloudwatch.send(new PutMetricDataCommand({ Namespace: name, MetricData: [] }))
      return method.apply(this, args)
    }
}

class Shelf {
  private client = new DynamoDBClient({})

  @counted('shelf')
  async find(isbn: string) {
    const { Item } = await this.client.send(
      new GetItemCommand({ TableName: 'books', Key: { isbn: { S: isbn } } }),
    )
    return Item ?? null
  }
}

const shelf = new Shelf()

export const app = calix(
  {},
  route(get('/books/:isbn'), ({ params }) => shelf.find(params.isbn)),
)
