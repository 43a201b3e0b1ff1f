import { GetMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { DescribeServicesCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import { PutItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type AccountName, clientsOf } from './clients.ts'

const own = new DynamoDBClient({})

export const health = async (account: AccountName) => {
  const { ecs, metrics } = clientsOf(account)
  const [{ services }, { MetricDataResults }] = await Promise.all([
    ecs.send(new DescribeServicesCommand({ cluster: 'web', services: ['front'] })),
    metrics.send(
      new GetMetricDataCommand({ MetricDataQueries: [], StartTime: new Date(0), EndTime: new Date() }),
    ),
  ])
  return { services: services?.length ?? 0, metrics: MetricDataResults?.length ?? 0 }
}

export const scale = async (account: AccountName, desiredCount: number) => {
  const { ecs } = clientsOf(account)
  await ecs.send(new UpdateServiceCommand({ cluster: 'web', service: 'front', desiredCount }))
  await own.send(new PutItemCommand({ TableName: 'operations', Item: { account: { S: account } } }))
  return { desiredCount }
}
