import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { calix, get, NotFoundError, post, route } from 'calix'

const sqs = new SQSClient({})
const QueueUrl = 'https://sqs.eu-west-1.amazonaws.com/123456789012/jobs'

const COMMANDS = {
  receive: () => new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
  remove: (ReceiptHandle: string) => new DeleteMessageCommand({ QueueUrl, ReceiptHandle }),
  postpone: (ReceiptHandle: string) =>
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 60 }),
  purge: () => new PurgeQueueCommand({ QueueUrl }),
} as const

const jobs = route(get('/jobs'), async () => {
  const { Messages } = await sqs.send(COMMANDS.receive())
  return Messages ?? []
})

const ACTIONS = { done: COMMANDS.remove, later: COMMANDS['postpone'] }

const act = route(post('/jobs/:handle/:action'), async ({ params }) => {
  const { action, handle } = params
  if (action !== 'done' && action !== 'later') return new NotFoundError(action)
  const command = ACTIONS[action](handle)
  await (command instanceof DeleteMessageCommand ? sqs.send(command) : sqs.send(command))
  return null
})

export const app = calix({}, jobs, act)
