import { FirehoseClient, PutRecordCommand } from '@aws-sdk/client-firehose'
import type { Audit, Clock } from '../ports.ts'

export function makeFirehoseAudit(deps: { clock: Clock; stream: string; firehose?: FirehoseClient }): Audit {
  const { clock, stream, firehose = new FirehoseClient({}) } = deps
  return {
    async note(entry) {
      const line = JSON.stringify({ ...entry, at: clock.now().toISOString() })
      await firehose.send(
        new PutRecordCommand({ DeliveryStreamName: stream, Record: { Data: Buffer.from(`${line}\n`) } }),
      )
    },
  }
}
