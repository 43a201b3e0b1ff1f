import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { calix, ConflictError, environment, get, lambda, NotFoundError, post, route } from 'calix'
import * as t from 'io-ts'
import { type Mailer, mailer } from './mailer.ts'
import { type UserRepository, userRepository } from './users.ts'

interface Environment {
  readonly users: UserRepository
  readonly mails: Mailer
}

const User = t.type({ id: t.string, mail: t.string }, 'User')

const find = route(
  get('/users/:id', { returns: User, errors: [NotFoundError] }),
  async ({ params }, { users }: Pick<Environment, 'users'>) =>
    (await users.find(params.id)) ?? new NotFoundError(`no user ${params.id}`),
)

const register = route(
  post('/users', { body: User, returns: { 200: User }, errors: [ConflictError] }),
  async ({ body }, { users, mails }: Environment) => {
    if ((await users.find(body.id)) !== undefined) return new ConflictError(`${body.id} is taken`)
    await users.save(body)
    await mails.welcome(body.mail)
    return body
  },
)

export const app = calix({ environment: environment<Environment>() }, find, register)

const dynamodb = new DynamoDBClient({})

export const handler = lambda(app, {
  users: userRepository(dynamodb, process.env.USERS ?? ''),
  mails: mailer(new SESv2Client({})),
})
