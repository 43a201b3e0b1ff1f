import { aws, QUEUE_BASE, resourceName } from '../../shared/index.ts'

const QueueUrl = `${QUEUE_BASE}/${resourceName('search', 'index')}`

export async function indexLater(slug: string): Promise<void> {
  await aws.sqs().sendMessage({ QueueUrl, MessageBody: JSON.stringify({ slug }) })
}
