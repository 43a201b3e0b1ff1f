import { CognitoIdentityProviderClient, ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider'
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, ConflictError, get, lambda, post, route } from 'calix'
import { z } from 'zod'
import { coupon } from './coupon.ts'

const db = new DynamoDBClient({})
const users = new CognitoIdentityProviderClient({})

const isNew = async (mail: string): Promise<boolean> => {
  const { Users = [] } = await users.send(
    new ListUsersCommand({
      UserPoolId: 'eu-west-1_Aa0Bb1Cc2',
      Filter: `email = ${JSON.stringify(mail)}`,
    }),
  )
  return Users.length === 0
}

const Registration = z.object({
  mail: z.string().refine(isNew, 'there is somebody of this address'),
  profile: z.object({ name: z.string() }),
})

const register = route(
  post('/registrations', { body: Registration, errors: [ConflictError] }),
  async ({ body }) => {
    await db.send(
      new PutItemCommand({
        TableName: 'registrations',
        Item: { mail: { S: body.mail }, name: { S: body.profile.name } },
      }),
    )
    return { registered: body.profile.name }
  },
)

const price = route(get('/prices/:item', { query: coupon(db) }), async ({ params, query }) => {
  const { Item } = await db.send(
    new GetItemCommand({ TableName: 'prices', Key: { item: { S: params.item } } }),
  )
  return { price: Number(Item?.price?.N ?? '1') * (1 - query.discount) }
})

const health = route(get('/health', { returns: z.string() }), () => 'fine')

export const app = calix({}, register, price, health)

export const handler = lambda(app)
