import { calix, get, route } from 'calix'
import * as aws from './aws.ts'

const secret = route(get('/secret'), async () => {
  const client = new aws.SecretsManagerClient({})
  const { SecretString } = await client.send(new aws.GetSecretValueCommand({ SecretId: 'shop/api' }))
  return { length: SecretString?.length ?? 0 }
})

const identity = route(get('/identity'), async () => {
  const { Parameter } = await new aws.ssm.SSMClient({}).send(
    new aws.ssm.GetParameterCommand({ Name: '/shop/name' }),
  )
  return Parameter?.Value ?? 'none'
})

export const app = calix({}, secret, identity)
