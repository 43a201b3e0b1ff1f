import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'

export const secret = load('startup')

async function load(SecretId: string): Promise<string> {
  const { SecretString = '' } = await new SecretsManagerClient({}).send(
    new GetSecretValueCommand({ SecretId }),
  )
  return SecretString
}

export async function never(): Promise<string> {
  return load('never')
}
