import { CloudWatchLogsClient, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { calix, type FailureLog, get, route } from 'calix'

const logs = new CloudWatchLogsClient({})
const client = new DynamoDBClient({})

const log = ({ error }: FailureLog): void => {
  const logEvents = [{ timestamp: 1, message: String(error) }]
  void logs.send(new PutLogEventsCommand({ logGroupName: 'failures', logStreamName: 'all', logEvents }))
}

export const app = calix(
  { log },
  route(get('/broken'), async () => {
    await client.send(new ScanCommand({ TableName: 'gone' }))
  }),
)
