import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2'
import type { Mailer } from '../ports.ts'

export const makeSesMailer = (ses: SESv2Client, from: string): Mailer => ({
  send: async (to, subject, text) => {
    await ses.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: text } } } },
      }),
    )
  },
})
