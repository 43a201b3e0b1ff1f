import { DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import { calix, get, route } from 'calix'

class Query {
  static from(table: string): Query {
    return new Query(table)
  }

  readonly #client: DynamoDBClient
  readonly #input: QueryCommandInput

  private constructor(table: string) {
    this.#client = new DynamoDBClient({})
    this.#input = { TableName: table }
  }

  index(name: string): this {
    this.#input.IndexName = name
    return this
  }

  where(field: string, value: string): this {
    this.#input.KeyConditionExpression = `${field} = :v`
    this.#input.ExpressionAttributeValues = { ':v': { S: value } }
    return this
  }

  async all(): Promise<ReadonlyArray<unknown>> {
    const { Items } = await this.#client.send(new QueryCommand(this.#input))
    return Items ?? []
  }
}

export const app = calix(
  {},
  route(get('/songs/:artist'), ({ params }) => Query.from('songs').where('artist', params.artist).all()),
  route(get('/genres/:genre'), ({ params }) => {
    const query = Query.from('songs').index('by-genre')
    return query.where('genre', params.genre).all()
  }),
)
