import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { env } from './env.ts'

const { BATCH_SIZE, JOBS_QUEUE_URL: QueueUrl, WORKFLOW_ARN: stateMachineArn } = env
const sqs = new SQSClient({})
const sfn = new SFNClient({})

function* chunks<A>(all: ReadonlyArray<A>, size: number): Generator<ReadonlyArray<A>> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size)
}

export const enqueue = async (names: ReadonlyArray<string>) => {
  for (const chunk of chunks(names, BATCH_SIZE)) {
    const Entries = chunk.map((name, index) => ({ Id: String(index), MessageBody: name }))
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))
    if (env.VERBOSE) console.info(`queued ${chunk.length}`)
  }
}

export const start = (input: unknown) =>
  sfn.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }))
