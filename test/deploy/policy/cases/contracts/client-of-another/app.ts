import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { calix, environment, get, lambda, put, route } from 'calix'
import { client } from 'calix/client'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { rates } from './rates.ts'

const secrets = new SecretsManagerClient({})

const token = async (): Promise<string> => {
  const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId: 'rates-token' }))
  return SecretString
}

const api = client<typeof rates>('https://rates.example.com', {
  headers: async () => ({ authorization: `Bearer ${await token()}` }),
  fetch: async () => Response.json({ rate: 1.25 }),
})

interface Environment {
  readonly objects: S3Client
  readonly rates: typeof api
}

const show = route(get('/rates/:currency'), ({ params }, { rates }: Pick<Environment, 'rates'>) =>
  rates.get('/rates/:currency', { params }),
)

const keep = route(put('/rates/:currency'), ({ params }, { objects, rates }: Environment) =>
  pipe(
    rates.get('/rates/:currency', { params }),
    TE.chainW(({ rate }) =>
      TE.tryCatch(
        () =>
          objects.send(
            new PutObjectCommand({ Bucket: 'rates', Key: `${params.currency}.txt`, Body: String(rate) }),
          ),
        () => new Error('not kept'),
      ),
    ),
    TE.map(() => ({ kept: params.currency })),
  ),
)

const health = route(get('/health'), () => 'fine')

export const app = calix({ environment: environment<Environment>() }, show, keep, health)

export const handler = lambda(app, { objects: new S3Client({}), rates: api })
