import { EventEmitter, once } from 'node:events'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'

const s3 = new S3Client({})

interface Events {
  readonly line: [line: string]
  readonly finished: [count: number]
}

export class Importer extends EventEmitter<Events> {
  private readonly sns = new SNSClient({})
  private count = 0

  constructor() {
    super()
    this.on('line', () => {
      this.count += 1
    })
    this.once('finished', this.announce.bind(this))
  }

  async start(key: string): Promise<void> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'imports', Key: `csv/${key}` }))
    for (const line of ((await Body?.transformToString()) ?? '').split('\n')) this.emit('line', line)
    this.emit('finished', this.count)
  }

  done(): Promise<Array<unknown>> {
    return once(this, 'finished')
  }

  private announce(count: number): void {
    const TopicArn = 'arn:aws:sns:eu-west-1:676767676767:imports'
    void this.sns.send(new PublishCommand({ TopicArn, Message: String(count) }))
  }
}
