import { EventEmitter, once } from 'node:events'
import { FirehoseClient, PutRecordCommand } from '@aws-sdk/client-firehose'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { calix, get, post, route } from 'calix'
import { bus } from './bus.ts'
import './subscriptions.ts'

const tasks: Array<() => Promise<unknown>> = []
const drain = async () => {
  for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) await task()
}

const clicks = (): EventTarget => {
  const target = new EventTarget()
  target.addEventListener('click', () => {
    void new FirehoseClient().send(
      new PutRecordCommand({
        DeliveryStreamName: 'clicks',
        Record: { Data: new TextEncoder().encode('click') },
      }),
    )
  })
  return target
}

export const app = calix(
  {},
  route(post('/signups'), async () => {
    await bus.publish('member.joined', { id: '1' })
    return null
  }),
  route(post('/cancellations'), async () => {
    await bus.publish('member.left', { id: '1' })
    return null
  }),
  route(post('/tasks'), async () => {
    tasks.push(() =>
      new SQSClient().send(
        new SendMessageBatchCommand({
          QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/tasks-of-club',
          Entries: [{ Id: '1', MessageBody: '1' }],
        }),
      ),
    )
    await drain()
    return null
  }),
  route(get('/once'), async () => {
    const emitter = new EventEmitter<{ loaded: [string] }>()
    const loaded = once(emitter, 'loaded')
    new SSMClient()
      .send(new GetParameterCommand({ Name: '/club/greeting' }))
      .then(({ Parameter }) => emitter.emit('loaded', Parameter?.Value ?? ''))
    const [greeting] = await loaded
    return greeting
  }),
  route(get('/target'), () => clicks().dispatchEvent(new Event('click'))),
)
