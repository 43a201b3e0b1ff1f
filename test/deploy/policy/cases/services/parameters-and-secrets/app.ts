import { BatchGetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { GetParametersByPathCommand, GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, get, route } from 'calix'

const ssm = new SSMClient({})
const secrets = new SecretsManagerClient({})
const ROOT = '/shop/prod'
const at = (...parts: ReadonlyArray<string>) => [ROOT, ...parts].join('/')

const settings = route(get('/settings'), async () => {
  const { Parameters = [] } = await ssm.send(
    new GetParametersCommand({ Names: [at('currency'), at('tax', 'rate')], WithDecryption: true }),
  )
  return Object.fromEntries(Parameters.map(({ Name, Value }) => [Name, Value]))
})

const all = route(get('/settings/all'), async () => {
  const { Parameters } = await ssm.send(
    new GetParametersByPathCommand({ Path: at('flags'), Recursive: true }),
  )
  return Parameters ?? []
})

const ready = route(get('/ready'), async () => {
  const { SecretValues } = await secrets.send(
    new BatchGetSecretValueCommand({ SecretIdList: ['shop/stripe', 'shop/mail'] }),
  )
  return SecretValues?.length ?? 0
})

export const app = calix({}, settings, all, ready)
