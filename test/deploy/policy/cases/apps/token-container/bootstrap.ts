import { KMSClient } from '@aws-sdk/client-kms'
import { S3Client } from '@aws-sdk/client-s3'
import { Container } from './container.ts'
import { Documents } from './documents.ts'
import { DOCUMENTS, KMS, S3, SETTINGS, VAULT } from './tokens.ts'
import { Vault } from './vault.ts'

export const container = new Container()
  .value(SETTINGS, {
    bucket: 'legal-documents',
    keyId: 'arn:aws:kms:eu-west-3:555566667777:key/1f1f1f1f-0000-4000-8000-000000000000',
  })
  .singleton(S3, () => new S3Client({}))
  .singleton(KMS, () => new KMSClient({}))
  .singleton(VAULT, (c) => new Vault(c.get(KMS), c.get(SETTINGS).keyId))
  .transient(
    DOCUMENTS,
    (c) => new Documents({ s3: c.get(S3), vault: c.get(VAULT), settings: c.get(SETTINGS) }),
  )
