import { calix, environment, get, lambda, post, route } from 'calix'
import { BatchGetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import * as t from 'io-ts'
import { type Environment, environmentOf } from './environment.ts'

/** Takes all that it is given, and hands it on. */
const enqueue = ({ queues, urls }: Environment, text: string) =>
  queues.send(new SendMessageCommand({ QueueUrl: urls.mails, MessageBody: text }))

const find = route(get('/members/:id'), async ({ params }, needs: Environment) => {
  const { tables, names } = needs
  const { Responses = {} } = await tables.send(
    new BatchGetItemCommand({
      RequestItems: {
        [names.members]: { Keys: [{ id: { S: params.id } }] },
        [names.teams]: { Keys: [{ id: { S: params.id } }] },
      },
    }),
  )
  return Object.keys(Responses)
})

const join = route(
  post('/members', { body: t.type({ id: t.string }) }),
  async ({ body }, { tables, names, ...others }: Environment) => {
    await tables.send(new PutItemCommand({ TableName: names.members, Item: { id: { S: body.id } } }))
    await enqueue({ tables, names, ...others }, `welcome, ${body.id}`)
    return body.id
  },
)

export const app = calix({ environment: environment<Environment>() }, find, join)

const live = environmentOf(process.env)

export const handler = lambda(app, live)
