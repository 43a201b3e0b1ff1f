import { KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis'

const kinesis = new KinesisClient({})

export const live = (StreamName: string) =>
  new WritableStream<string>({
    async write(line) {
      await kinesis.send(new PutRecordCommand({ StreamName, PartitionKey: '0', Data: Buffer.from(line) }))
    },
  })
