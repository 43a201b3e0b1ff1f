import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'

let warm = false
const warming = new SecretsManagerClient()
  .send(new GetSecretValueCommand({ SecretId: 'warm-up' }))
  .then(() => {
    warm = true
  })
  .catch(() => {})

export const isWarm = async () => {
  await warming
  return warm
}
