import { calix, get, put, route } from 'calix'
import { encrypted, remembered, under } from './decorators.ts'
import { open } from './drivers.ts'
import { compose, type Storage } from './storage.ts'

const key = 'arn:aws:kms:eu-west-1:123456789012:key/0a0a0a0a-1b1b-4c4c-8d8d-2e2e2e2e2e2e'

const secrets = compose(open(process.env.SECRETS_URL ?? 's3://secrets'), remembered(), encrypted(key))

const remote = open('s3://public-notes')
const adapter: Storage = {
  read: (each) => remote.read(each),
  write: (each, value) => remote.write(each, value),
}
const notes = compose(adapter, under('v1'), remembered())

export const app = calix(
  {},
  route(get('/secrets/:name'), async ({ params }) => (await secrets.read(params.name))?.length ?? 0),
  route(put('/secrets/:name'), ({ params, rawBody }) => secrets.write(params.name, rawBody)),
  route(get('/notes/:name'), async ({ params }) => (await notes.read(params.name))?.length ?? 0),
  route(put('/notes/:name'), ({ params, rawBody }) => notes.write(params.name, rawBody)),
)
