import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { derive } from '../../../deploy/policy/derive.ts'
import { explain } from '../../../deploy/policy/explain.ts'
import { type Summary, summaryOf } from '../../../deploy/policy/summary.ts'
import { project } from '../../local/support/project.ts'
import { unknown } from './written-needs.ts'

// What `grants` says in a source, as the analysis reads it.

const repository = join(import.meta.dirname, '../../..')

const HEAD = `import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, grants, prefix, put, route, routes } from 'calix'
import { pipe } from 'fp-ts/function'
import { legacy } from './legacy.ts'

const s3 = new S3Client()
const read = (bucket: string) => s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'a' }))
const write = (bucket: string) => s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'a' }))
`

/** What nobody can read: the calls are those of a text. */
const LEGACY =
  'export const legacy: (...all: ReadonlyArray<unknown>) => unknown = (globalThis as any).legacy\n'

const derived = (source: string) => {
  const { path, root } = project({ 'app.ts': `${HEAD}${source}`, 'legacy.ts': LEGACY })
  symlinkSync(join(repository, 'node_modules/@aws-sdk'), path('node_modules/@aws-sdk'))
  return derive(path('app.ts'), { root })
}

const summary = (source: string): Summary => summaryOf(derived(source), unknown)

describe('grants', () => {
  it('around a function is needed where it is called, and nowhere else', () => {
    expect(
      summary(`const send = grants({ 'ses:SendEmail': 'arn:aws:ses:eu-central-1:123456789012:identity/example.com' })(legacy)
const never = grants({ 'ses:SendRawEmail': '*' })(legacy)
export const app = calix({}, route(put('/mails'), ({ body }) => send(body)), route(get('/'), () => 'hello'))`),
    ).toEqual({
      actions: ['ses:SendEmail'],
      resources: { 'ses:SendEmail': ['arn:aws:ses:eu-central-1:123456789012:identity/example.com'] },
      routes: { 'PUT /mails': ['ses:SendEmail'], 'GET /': [] },
      unresolved: [],
    })
  })

  it('has its resources in the place of those inside, of the actions that it names alone', () => {
    const both =
      summary(`const copy = grants({ 's3:GetObject': ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'] })(async (from: string) => {
  await read(from)
  await write('target')
})
export const app = calix({}, route(put('/:from'), ({ params }) => copy(params.from)))`)
    expect(both).toEqual({
      actions: ['s3:GetObject', 's3:PutObject'],
      resources: {
        's3:GetObject': ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'],
        's3:PutObject': ['arn:aws:s3:::target/a'],
      },
      routes: { 'PUT /:from': ['s3:GetObject', 's3:PutObject'] },
      unresolved: [],
    })
  })

  it('of a call does not reach the same call elsewhere', () => {
    const { resources } = summary(`const some = grants({ 's3:GetObject': 'arn:aws:s3:::some/*' })(read)
export const app = calix({}, route(get('/:a'), ({ params }) => some(params.a)), route(get('/'), () => read('other')))`)
    expect(resources).toEqual({ 's3:GetObject': ['arn:aws:s3:::other/a', 'arn:aws:s3:::some/*'] })
  })

  it('is around a route, a group of routes and an app alike', () => {
    const all =
      summary(`const one = pipe(route(get('/one'), () => legacy()), grants({ 'sqs:SendMessage': 'arn:aws:sqs:*:*:one' }))
const group = pipe(
  routes(route(get('/a'), () => legacy()), route(get('/b'), () => legacy())),
  grants({ 'sns:Publish': 'arn:aws:sns:*:*:group' }),
  prefix('/group'),
)
export const app = grants({ 'kms:Decrypt': 'arn:aws:kms:*:*:key/1' })(calix({}, one, group, route(get('/rest'), () => legacy())))`)
    expect(all).toMatchObject({
      routes: {
        'GET /one': ['kms:Decrypt', 'sqs:SendMessage'],
        'GET /group/a': ['kms:Decrypt', 'sns:Publish'],
        'GET /group/b': ['kms:Decrypt', 'sns:Publish'],
        'GET /rest': ['kms:Decrypt'],
      },
      unresolved: [],
    })
  })

  it('is explained by its own line', () => {
    const told = explain(
      derived(`const send = grants({ 'ses:SendEmail': '*' })(legacy)
export const app = pipe(
  calix(
    {},
    route(put('/mails'), ({ body }) => send(body)),
    pipe(route(get('/'), () => legacy()), grants({ 'sqs:SendMessage': 'arn:aws:sqs:*:*:one' })),
  ),
  grants({ 'kms:Decrypt': 'arn:aws:kms:*:*:key/1' }),
)`),
      unknown,
    )
    expect(told.match(/(?<=→ )app\.ts:\d+$/gm)).toEqual(['app.ts:16', 'app.ts:9', 'app.ts:14'])
  })

  it('whose resources the source does not decide is said, and its action is not lost', () => {
    const { resources, unresolved } =
      summary(`const send = grants({ 'ses:SendEmail': String(process.pid) })(legacy)
export const app = calix({}, route(put('/mails'), ({ body }) => send(body)))`)
    expect(resources).toEqual({ 'ses:SendEmail': ['*'] })
    expect(unresolved).toEqual([
      { file: 'app.ts', line: 9, why: expect.stringMatching(/grants.*ses:SendEmail/) },
    ])
  })
})
