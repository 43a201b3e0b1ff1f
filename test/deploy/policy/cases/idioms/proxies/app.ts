import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, get, put, route } from 'calix'

const traced = <C extends object>(client: C): C =>
  new Proxy(client, {
    get(target, name, receiver) {
      const found = Reflect.get(target, name, receiver)
      return typeof found === 'function' ? found.bind(target) : found
    },
  })

const lazily = <C extends object>(make: () => C): C => {
  let made: C | undefined
  return new Proxy(Object.create(null), {
    get: (_, name) => {
      made ??= make()
      const found = Reflect.get(made, name)
      return typeof found === 'function' ? found.bind(made) : found
    },
  })
}

interface Service {
  readonly save: (key: string) => Promise<unknown>
}
const service: Service = {
  save: (Key) => new S3Client().send(new PutObjectCommand({ Bucket: 'serviced', Key, Body: '' })),
}
const logged = new Proxy(service, {
  get: (target, name) => {
    const method = target[name as keyof Service]
    return (...given: Parameters<typeof method>) => {
      console.debug(String(name))
      return method(...given)
    }
  },
})

const methods = {
  read: (Name: string) => new SSMClient().send(new GetParameterCommand({ Name })),
}
const call = (name: keyof typeof methods, ...given: Parameters<(typeof methods)[typeof name]>) =>
  Reflect.apply(Reflect.get(methods, name), undefined, given)

const db = traced(new DynamoDBClient())
const sqs = lazily(() => new SQSClient())

export const app = calix(
  {},
  route(
    get('/traced'),
    async () => (await db.send(new GetItemCommand({ TableName: 'traced', Key: {} }))).Item ?? null,
  ),
  route(put('/service'), async () => {
    await logged.save('one')
    return null
  }),
  route(get('/named'), async () => {
    await call('read', 'named')
    return null
  }),
  route(get('/lazy'), async () => {
    const QueueUrl = 'https://sqs.eu-west-1.amazonaws.com/123456789012/lazy'
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }))
    return Messages.length
  }),
)
