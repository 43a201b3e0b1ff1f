import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2'
import { on } from '../events/bus.ts'

const ses = new SESv2Client({})

on('member.joined', async ({ email }) => {
  await ses.send(
    new SendEmailCommand({
      FromEmailAddressIdentityArn: 'arn:aws:ses:eu-west-1:123456789012:identity/club.example',
      FromEmailAddress: 'hello@club.example',
      Destination: { ToAddresses: [email] },
      Content: { Simple: { Subject: { Data: 'Welcome' }, Body: { Text: { Data: 'Welcome!' } } } },
    }),
  )
})
