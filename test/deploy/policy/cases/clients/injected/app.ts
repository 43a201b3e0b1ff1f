import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { calix, del, get, post, route } from 'calix'
import { Registration } from './registration.ts'
import { Repository } from './repository.ts'

interface User {
  readonly id: string
  readonly mail: string
}

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const users = new Repository<User>(documents, 'members')
const ses = new SESv2Client({})
const registration = new Registration(users, {
  async welcome(mail) {
    await ses.send(
      new SendEmailCommand({
        FromEmailAddress: 'hello@example.com',
        Destination: { ToAddresses: [mail] },
        Content: { Simple: { Subject: { Data: 'Welcome' }, Body: { Text: { Data: 'Hi' } } } },
      }),
    )
  },
})

export const app = calix(
  {},
  route(get('/members/:id'), ({ params }) => users.find(params.id)),
  route(post('/members'), ({ body }) => registration.register(body as User)),
  route(del('/members/:id'), ({ params }) => users.remove(params.id)),
)
