import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { calix, post, route } from 'calix'

class Notifier {
  static #instance: Notifier | undefined
  static get instance(): Notifier {
    Notifier.#instance ??= new Notifier('arn:aws:sns:us-east-1:123456789012:alerts')
    return Notifier.#instance
  }
  static async alert(text: string): Promise<null> {
    return Notifier.instance.publish(text)
  }

  readonly topic: string
  readonly sns = new SNSClient({ region: 'us-east-1' })
  private constructor(topic: string) {
    this.topic = topic
  }
  async publish(Message: string): Promise<null> {
    await this.sns.send(new PublishCommand({ TopicArn: this.topic, Message }))
    return null
  }
}

export const app = calix(
  {},
  route(post('/alerts'), ({ body }) => Notifier.alert(String(body))),
)
