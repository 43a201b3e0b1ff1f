import { DynamoDBClient, ExecuteStatementCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ExecuteStatementCommand as Execute } from '@aws-sdk/lib-dynamodb'
import { calix, del, get, post, route } from 'calix'

const client = new DynamoDBClient({})
const docs = DynamoDBDocumentClient.from(client)
const TABLE = 'films'

const execute = (Statement: string, ...Parameters: ReadonlyArray<string>) =>
  docs.send(new Execute({ Statement, Parameters: [...Parameters] }))

export const app = calix(
  {},
  route(get('/films/:year'), async ({ params }) => {
    const { Items } = await client.send(
      new ExecuteStatementCommand({
        Statement: `SELECT * FROM "${TABLE}" WHERE "year" = ?`,
        Parameters: [{ N: params.year }],
      }),
    )
    return Items ?? []
  }),
  route(post('/films/:name'), async ({ params }) => {
    await execute(`INSERT INTO ${TABLE} VALUE {'name': ?}`, params.name)
    return null
  }),
  route(del('/films/:name'), async ({ params }) => {
    await execute('DELETE FROM films WHERE name = ?', params.name)
  }),
)
