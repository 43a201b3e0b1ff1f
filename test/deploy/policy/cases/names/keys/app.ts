import { createHash, randomUUID } from 'node:crypto'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, post, put, route } from 'calix'

const s3 = new S3Client({})
const Bucket = 'keyed'

const save = async (Key: string) => {
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: '' }))
  return null
}
const day = (date: Date) => date.toISOString().slice(0, 10)
const hashed = (text: string) => createHash('sha256').update(text).digest('hex')

interface Names {
  readonly user: string
  readonly file: string
}
const keyOf = ({ file, user }: Names): string =>
  ['users', encodeURIComponent(user), file.toLowerCase()].join('/')
const prefixed = (prefix: string) => (name: string) =>
  `${prefix.endsWith('/') ? prefix : `${prefix}/`}${name}`
const inbox = prefixed('inbox')

export const app = calix(
  {},
  route(post('/ids'), () => save(`ids/${randomUUID()}.json`)),
  route(post('/days'), () => save(`days/${day(new Date())}/${Date.now()}.log`)),
  route(post('/hashes'), ({ body }) => save('hashes/' + hashed(String(body)) + '.txt')),
  route(put('/users/:user/:file'), ({ params }) => save(keyOf(params))),
  route(put('/inbox/:name'), ({ params }) => save(inbox(params.name))),
  route(get('/pages/:page'), async ({ params, query: { language = 'en' } }) => {
    const page = Number(params.page)
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket, Key: `pages/${language}/${page + 1}.html` }),
    )
    return Body?.transformToString()
  }),
)
