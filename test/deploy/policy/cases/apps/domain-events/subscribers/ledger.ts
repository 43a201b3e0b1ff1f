import { KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis'
import { on } from '../events/bus.ts'

const kinesis = new KinesisClient({})

const record = (what: string) => async (event: { readonly memberId: string }) => {
  await kinesis.send(
    new PutRecordCommand({
      StreamName: 'club-ledger',
      PartitionKey: event.memberId,
      Data: Buffer.from(JSON.stringify({ what, ...event })),
    }),
  )
}

on('member.joined', record('joined'))
on('member.left', record('left'))
