import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { calix, get, route } from 'calix'

let client: SecretsManagerClient | undefined
const secrets = (): SecretsManagerClient => {
  client ??= new SecretsManagerClient({})
  return client
}

const once = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const databasePassword = once(async () => {
  const { SecretString } = await secrets().send(new GetSecretValueCommand({ SecretId: 'database' }))
  return SecretString
})

export const app = calix(
  {},
  route(get('/health'), () => 'fine'),
  route(get('/rows'), async () => ((await databasePassword()) === undefined ? [] : ['row'])),
)
