import type { KMSClient } from '@aws-sdk/client-kms'
import type { S3Client } from '@aws-sdk/client-s3'
import { token } from './container.ts'
import type { Vault } from './vault.ts'
import type { Documents } from './documents.ts'

export const S3 = token<S3Client>('s3')
export const KMS = token<KMSClient>('kms')
export const VAULT = token<Vault>('vault')
export const DOCUMENTS = token<Documents>('documents')
export const SETTINGS = token<{ readonly bucket: string; readonly keyId: string }>('settings')
