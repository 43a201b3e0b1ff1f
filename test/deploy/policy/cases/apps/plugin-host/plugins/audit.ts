import {
  CloudWatchLogsClient,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { definePlugin } from '../host.ts'

const logs = new CloudWatchLogsClient({})
const logGroupName = '/audit/plugins'
let stream: string | undefined

export default definePlugin({
  name: 'audit',
  async onRequest(path) {
    if (stream === undefined) {
      stream = 'requests'
      await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName: stream }))
    }
    const logEvents = [{ timestamp: Date.now(), message: path }]
    await logs.send(new PutLogEventsCommand({ logGroupName, logStreamName: stream, logEvents }))
  },
})
