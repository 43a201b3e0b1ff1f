import { Writable } from 'node:stream'
import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose'

type Done = (error?: Error | null) => void

/** Collects lines and sends them in batches. */
export class RecordSink extends Writable {
  readonly #client = new FirehoseClient({})
  readonly #stream: string
  #waiting: Array<string> = []

  constructor(stream: string) {
    super({ objectMode: true })
    this.#stream = stream
  }

  override _write(line: string, _encoding: string, done: Done): void {
    this.#waiting.push(line)
    if (this.#waiting.length < 500) return done()
    this.flush().then(() => done(), done)
  }

  override _final(done: Done): void {
    this.flush().then(() => done(), done)
  }

  private async flush(): Promise<void> {
    const lines = this.#waiting
    this.#waiting = []
    if (lines.length === 0) return
    await this.#client.send(
      new PutRecordBatchCommand({
        DeliveryStreamName: this.#stream,
        Records: lines.map((line) => ({ Data: Buffer.from(`${line}\n`) })),
      }),
    )
  }
}
