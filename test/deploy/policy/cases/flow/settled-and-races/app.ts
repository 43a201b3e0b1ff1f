import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, route } from 'calix'

const ssm = new SSMClient({})
const secrets = new SecretsManagerClient({})
const s3 = new S3Client({})

const CHECKS: Readonly<Record<string, () => Promise<unknown>>> = {
  parameter: () => ssm.send(new GetParameterCommand({ Name: 'health' })),
  secret: async () => secrets.send(new GetSecretValueCommand({ SecretId: 'health' })),
  async object() {
    await s3.send(new HeadObjectCommand({ Bucket: 'health', Key: 'probe' }))
  },
}

const health = route(get('/health'), async () => {
  const results = await Promise.allSettled(Object.values(CHECKS).map((check) => check()))
  const names = Object.keys(CHECKS)
  return Object.fromEntries(results.map(({ status }, i) => [names[i], status]))
})

const first = route(get('/first'), async () => {
  const never = new Promise(() => {})
  const [a, b] = await Promise.all([
    Promise.race([never, CHECKS.parameter?.()]),
    Promise.any([ssm.send(new GetParameterCommand({ Name: '/first' }))]),
  ])
  return [typeof a, typeof b]
})

export const app = calix({}, health, first)
