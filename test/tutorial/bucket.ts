import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { startEmulator } from '../deploy/platform/emulator.ts'
import type { Environment } from './ways.ts'

/** A policy of IAM. */
export interface PolicyDocument {
  readonly Version: string
  readonly Statement: ReadonlyArray<object>
}

/** The tutorial's bucket, on this machine. */
export interface Bucket {
  /** What the SDK reads to find it, as somebody who may do everything. */
  readonly environment: Environment
  readonly keys: () => Promise<ReadonlyArray<string>>
  readonly put: (key: string, body: string) => Promise<void>
  /** Takes everything out of it. */
  readonly empty: () => Promise<void>
  /** From now on only users may come, and what they may do is decided; gives what the SDK reads to come as a new one. */
  readonly restrictTo: (policy: PolicyDocument) => Promise<Environment>
  readonly close: () => Promise<void>
}

const NAME = 'calix-tutorial'

const REGION = 'us-east-1'

/** Calls moto's own interface or one that is not signed; @throws Error with what it answers when it refuses. */
const send = async (url: string, init: RequestInit): Promise<string> => {
  const answer = await fetch(url, init)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${init.method} ${url} → ${answer.status}\n${text}`)
  return text
}

const tagOf = (xml: string, name: string): string => {
  const [, value] = new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml) ?? []
  if (value === undefined) throw new Error(`There is no <${name}> in\n${xml}`)
  return value
}

/** Starts the emulator and makes the bucket. */
export const openBucket = async (): Promise<Bucket> => {
  const { endpoint, close } = await startEmulator()
  const shared = { AWS_ENDPOINT_URL_S3: endpoint, AWS_REGION: REGION, AWS_PROFILE: '' }
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const s3 = new S3Client({ endpoint, region: REGION, credentials })

  const admit = (requests: string): Promise<string> =>
    send(`${endpoint}/moto-api/reset-auth`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: requests,
    })

  const iam = (parameters: Readonly<Record<string, string>>): Promise<string> =>
    send(endpoint, {
      method: 'POST',
      // Moto reads which service is meant from the scope of the credentials.
      headers: { authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${REGION}/iam/aws4_request` },
      body: new URLSearchParams({ Version: '2010-05-08', ...parameters }),
    })

  const empty = async (): Promise<void> => {
    await admit('inf')
    await send(`${endpoint}/moto-api/reset`, { method: 'POST' })
    await send(`${endpoint}/${NAME}`, { method: 'PUT' })
  }

  await empty()
  return {
    environment: { ...shared, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    keys: async () => {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: NAME }))
      return Contents.map(({ Key = '' }) => Key)
    },
    put: async (Key, Body) => {
      await s3.send(new PutObjectCommand({ Bucket: NAME, Key, Body }))
    },
    empty,
    restrictTo: async (policy) => {
      const UserName = 'tutorial'
      await iam({ Action: 'CreateUser', UserName })
      const PolicyDocument = JSON.stringify(policy)
      await iam({ Action: 'PutUserPolicy', UserName, PolicyName: 'tutorial', PolicyDocument })
      const key = await iam({ Action: 'CreateAccessKey', UserName })
      await admit('0')
      return {
        ...shared,
        AWS_ACCESS_KEY_ID: tagOf(key, 'AccessKeyId'),
        AWS_SECRET_ACCESS_KEY: tagOf(key, 'SecretAccessKey'),
      }
    },
    close: async () => {
      s3.destroy()
      await close()
    },
  }
}
