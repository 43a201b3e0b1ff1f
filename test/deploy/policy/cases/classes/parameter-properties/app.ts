// @ts-nocheck TypeScript does not erase parameter properties, so the repository's own configuration refuses them.
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, get, post, route } from 'calix'

class Repository {
  constructor(
    private readonly client: DynamoDBClient,
    protected readonly tableName: string = 'defaults',
  ) {}

  find(id: string) {
    return this.client.send(new GetItemCommand({ TableName: this.tableName, Key: { id: { S: id } } }))
  }

  save(id: string) {
    return this.client.send(new PutItemCommand({ TableName: this.tableName, Item: { id: { S: id } } }))
  }
}

class Service {
  constructor(private repository: Repository) {}

  async show(id: string) {
    return (await this.repository.find(id)).Item ?? null
  }
}

class Controller {
  constructor(
    private readonly service: Service,
    public readonly other = new Repository(new DynamoDBClient({})),
  ) {
    this.create = this.create.bind(this)
  }

  show = async ({ params }) => this.service.show(params.id)

  async create({ body }) {
    await this.other.save(String(body))
    return null
  }
}

const controller = new Controller(new Service(new Repository(new DynamoDBClient({}), 'injected')))

export const app = calix(
  {},
  route(get('/things/:id'), controller.show),
  route(post('/things'), controller.create),
)
