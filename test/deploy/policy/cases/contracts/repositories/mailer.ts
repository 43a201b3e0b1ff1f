import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2'

export interface Mailer {
  readonly welcome: (to: string) => Promise<unknown>
}

export const mailer = (client: SESv2Client): Mailer => ({
  welcome: (to) =>
    client.send(
      new SendEmailCommand({
        FromEmailAddress: 'hello@example.com',
        Destination: { ToAddresses: [to] },
        Content: { Simple: { Subject: { Data: 'Welcome' }, Body: { Text: { Data: 'Hi' } } } },
      }),
    ),
})
