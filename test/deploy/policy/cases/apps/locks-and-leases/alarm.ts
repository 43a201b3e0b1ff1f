import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch'

const metrics = new CloudWatchClient({})

export const alarm = async () => {
  const MetricData = [{ MetricName: 'lost', Value: 1 }]
  await metrics.send(new PutMetricDataCommand({ Namespace: 'imports', MetricData }))
}
