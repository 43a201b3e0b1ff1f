import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { SFNClient, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn'
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, get, post, put, route } from 'calix'

const sfn = new SFNClient()
const ssm = new SSMClient()
const secrets = new SecretsManagerClient()

const verbs = new Map<string, (id: string) => Promise<unknown>>([
  [
    'start',
    (name) =>
      sfn.send(
        new StartExecutionCommand({
          stateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:jobs',
          name,
        }),
      ),
  ],
])
verbs.set('stop', (id) =>
  sfn.send(
    new StopExecutionCommand({ executionArn: `arn:aws:states:eu-west-1:123456789012:execution:jobs:${id}` }),
  ),
)

class Settings {
  static readonly Write = PutParameterCommand
  static readonly Read = GetParameterCommand
}

const named = <I extends { Name: string | undefined }, C>(Command: new (input: I) => C, input: I): C =>
  new Command(input)

export const app = calix(
  {},
  route(post('/jobs/:id/:verb'), async ({ params }) => {
    await verbs.get(params.verb)?.(params.id)
    return null
  }),
  route(put('/settings/:name'), async ({ params }) => {
    await ssm.send(named(Settings.Write, { Name: `/shop/${params.name}`, Value: 'on' }))
    return null
  }),
  route(get('/settings/:name'), async ({ params }) => {
    const { Parameter } = await ssm.send(named(Settings.Read, { Name: `/shop/${params.name}` }))
    return Parameter?.Value ?? null
  }),
  route(get('/secrets/:name'), async ({ params, query }) => {
    const command = new (query.describe === undefined ? GetSecretValueCommand : DescribeSecretCommand)({
      SecretId: `prod/${params.name}`,
    })
    await secrets.send(command as GetSecretValueCommand)
    return null
  }),
)
