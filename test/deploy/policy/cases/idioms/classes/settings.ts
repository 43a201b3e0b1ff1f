// @ts-nocheck The repository's configuration has no decorators.
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'

const cloudwatch = new CloudWatchClient()

const measured =
  (Namespace: string) =>
  (method, { name }: ClassMethodDecoratorContext) =>
    async function (this: unknown, ...given) {
      const from = performance.now()
      try {
        return await method.apply(this, given)
      } finally {
        const MetricData = [{ MetricName: String(name), Value: performance.now() - from }]
        await cloudwatch.send(new PutMetricDataCommand({ Namespace, MetricData }))
      }
    }

export class Settings {
  readonly #ssm = new SSMClient()

  @measured('settings')
  async measured() {
    const { Parameter } = await this.#ssm.send(new GetParameterCommand({ Name: '/measured' }))
    return Parameter?.Value ?? null
  }
}
