import { AdminGetUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose'
import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { ExecuteStatementCommand, RDSDataClient } from '@aws-sdk/client-rds-data'
import { calix, get, post, route } from 'calix'

const USER_POOL = 'eu-west-1_AbCdEfGhI'
const CLUSTER = 'arn:aws:rds:eu-west-1:123456789012:cluster:shop'
const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-db-a1b2c3'

export const app = calix(
  {},
  route(get('/users/:name'), async ({ params }) => {
    const { UserStatus } = await new CognitoIdentityProviderClient({}).send(
      new AdminGetUserCommand({ UserPoolId: USER_POOL, Username: params.name }),
    )
    return UserStatus ?? 'unknown'
  }),
  route(post('/clicks'), async ({ rawBody = new Uint8Array() }) => {
    await new FirehoseClient({}).send(
      new PutRecordBatchCommand({ DeliveryStreamName: 'clicks', Records: [{ Data: rawBody }] }),
    )
    return null
  }),
  route(post('/lamps/:id'), async ({ params }) => {
    await new IoTDataPlaneClient({}).send(new PublishCommand({ topic: `lamps/${params.id}/set` }))
    return null
  }),
  route(post('/resize'), async () => {
    const { StatusCode } = await new LambdaClient({}).send(
      new InvokeCommand({ FunctionName: 'resize:live', Payload: '{}' }),
    )
    return StatusCode ?? null
  }),
  route(get('/rows'), async () => {
    const { records } = await new RDSDataClient({}).send(
      new ExecuteStatementCommand({ resourceArn: CLUSTER, secretArn: SECRET, sql: 'SELECT 1' }),
    )
    return records ?? []
  }),
)
