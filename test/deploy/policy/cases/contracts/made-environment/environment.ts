import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { flow, pipe } from 'fp-ts/function'

const required = (variables: NodeJS.ProcessEnv) => (name: string) => {
  const value = variables[name]
  if (value === undefined) throw new Error(`${name} is to be set`)
  return value
}

const namesOf = (variables: NodeJS.ProcessEnv) => {
  const named = required(variables)
  return { names: { members: named('MEMBERS'), teams: `${named('STAGE')}-teams` } }
}

const withClients = <A extends object>(settings: A) => ({
  ...settings,
  tables: new DynamoDBClient({ maxAttempts: 2 }),
  queues: new SQSClient({}),
})

const withUrls =
  (variables: NodeJS.ProcessEnv) =>
  <A extends object>(settings: A) => ({
    ...settings,
    urls: { mails: pipe('MAILS', required(variables)) },
  })

export const environmentOf = (variables: NodeJS.ProcessEnv) =>
  pipe(variables, flow(namesOf, withClients, withUrls(variables)))

export type Environment = ReturnType<typeof environmentOf>
