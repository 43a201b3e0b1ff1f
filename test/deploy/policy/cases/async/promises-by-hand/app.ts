import { once } from 'node:events'
import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { GetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { StartExecutionCommand, SFNClient } from '@aws-sdk/client-sfn'
import { calix, get, post, route } from 'calix'

const client = new DynamoDBClient({})
const sfn = new SFNClient({})

const legacyFind = (id: string, callback: (error: Error | null, item?: unknown) => void): void => {
  client
    .send(new GetItemCommand({ TableName: 'legacy', Key: { id: { S: id } } }))
    .then(({ Item }) => callback(null, Item ?? null))
    .catch((error: Error) => callback(error))
}
const find = promisify(legacyFind)

const started = (name: string) =>
  new Promise<string>((resolve, reject) => {
    const stateMachineArn = 'arn:aws:states:eu-west-1:123456789012:stateMachine:by-hand'
    sleep(1)
      .then(() => sfn.send(new StartExecutionCommand({ stateMachineArn, name })))
      .then(() => resolve(name), reject)
  })

export const app = calix(
  {},
  route(get('/x/:id'), ({ params }) => find(params.id)),
  route(post('/x/:id'), async ({ params }) => {
    const bell = new EventEmitter()
    const rung = once(bell, 'done')
    started(params.id).then((name) => bell.emit('done', name))
    const [name] = await rung
    return name
  }),
)
