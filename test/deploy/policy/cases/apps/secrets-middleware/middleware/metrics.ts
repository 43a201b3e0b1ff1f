import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import type { AnsweredRequest } from 'calix'

export const metrics = (namespace: string, client = new CloudWatchClient({})) => {
  const put = (name: string) =>
    client.send(
      new PutMetricDataCommand({ Namespace: namespace, MetricData: [{ MetricName: name, Value: 1 }] }),
    )
  return {
    after: async ({ response }: AnsweredRequest) => {
      await put(response.statusCode < 400 ? 'ok' : 'refused')
    },
    onError: async () => {
      await put('failed')
    },
  }
}
