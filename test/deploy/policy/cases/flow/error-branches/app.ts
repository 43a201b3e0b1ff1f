import {
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb'
import {
  CreateSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { calix, put, route } from 'calix'

const dynamodb = new DynamoDBClient({})
const secrets = new SecretsManagerClient({})

const isMissing = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ResourceNotFoundException'

const save = async (id: string, attempt = 1): Promise<void> => {
  try {
    await dynamodb.send(new PutItemCommand({ TableName: 'late', Item: { id: { S: id } } }))
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException) || attempt > 1) throw error
    await dynamodb.send(
      new CreateTableCommand({
        TableName: 'late',
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    )
    await save(id, attempt + 1)
  }
}

export const app = calix(
  {},
  route(put('/late/:id'), async ({ params }) => {
    await save(params.id).catch(() => {})
    return null
  }),
  route(put('/secrets/:name'), ({ body, params: { name } }) =>
    secrets
      .send(new PutSecretValueCommand({ SecretId: `app/${name}`, SecretString: String(body) }))
      .catch((error: unknown) =>
        isMissing(error)
          ? secrets.send(new CreateSecretCommand({ Name: `app/${name}`, SecretString: String(body) }))
          : Promise.reject(error),
      )
      .then(() => null),
  ),
)
