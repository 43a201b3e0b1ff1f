import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, del, post, route } from 'calix'

interface Commands {
  create: { readonly id: string }
  remove: { readonly id: string }
}
type Handle<A> = (input: A) => Promise<unknown>

class Bus {
  private readonly handlers: Partial<{ [K in keyof Commands]: Handle<Commands[K]> }> = {}

  register<K extends keyof Commands>(name: K, handle: Handle<Commands[K]>): this {
    Object.assign(this.handlers, { [name]: handle })
    return this
  }

  async execute<K extends keyof Commands>(name: K, input: Commands[K]): Promise<void> {
    const handle = this.handlers[name]
    if (handle === undefined) throw new Error(`nobody handles ${name}`)
    await handle(input)
  }
}

const client = new DynamoDBClient({})
const bus = new Bus()
  .register('create', ({ id }) =>
    client.send(new PutItemCommand({ TableName: 'bus', Item: { id: { S: id } } })),
  )
  .register('remove', ({ id }) =>
    client.send(new DeleteItemCommand({ TableName: 'bus', Key: { id: { S: id } } })),
  )

export const app = calix(
  {},
  route(post('/things/:id'), async ({ params }) => {
    await bus.execute('create', params)
    return null
  }),
  route(del('/things/:id'), ({ params }) => bus.execute('remove', params)),
)
