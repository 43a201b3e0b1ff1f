import { S3Client } from '@aws-sdk/client-s3'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'

export let s3!: S3Client
export let sqs!: SQSClient

let ready: Promise<void> | undefined

const open = async (): Promise<void> => {
  const secrets = new SecretsManagerClient({})
  const { SecretString = '{}' } = await secrets.send(
    new GetSecretValueCommand({
      SecretId: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:partner/keys-AbCdEf',
    }),
  )
  const credentials = JSON.parse(SecretString)
  s3 = new S3Client({ region: 'eu-west-1', ...(credentials.id ? { credentials } : {}) })
  sqs = new SQSClient({ region: 'eu-west-1' })
}

export const connect = (): Promise<void> => (ready ??= open())
