import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { outlineOf } from '../../src/outline.ts'
import { missingEmulator } from '../deploy/platform/emulator.ts'
import { runCalix } from '../docs/calix-command.ts'
import { type Bucket, openBucket } from './bucket.ts'
import { expectJson } from './expect-json.ts'
import { waysTo } from './ways.ts'

const ENTRY = 'examples/tutorial/objects-in-s3.ts'

const OBJECTS = 'arn:aws:s3:::calix-tutorial/objects/*'

const policyOf = async (line: string) => {
  const { output, errors } = await runCalix(`npx calix policy ${line}`)
  expect(errors).toBe('')
  return JSON.parse(output)
}

describe("the policy of the tutorial's objects in S3", () => {
  it('names what its routes do, where they do it, and nothing else', async () => {
    expect(await policyOf(`${ENTRY} --json`)).toEqual({
      actions: ['s3:GetObject', 's3:PutObject'],
      resources: { 's3:GetObject': [OBJECTS], 's3:PutObject': [OBJECTS] },
      routes: { 'GET /objects/:key': ['s3:GetObject'], 'PUT /objects/:key': ['s3:PutObject'] },
      unresolved: [],
    })
  })

  it('is nothing for the main app, which keeps its objects in memory', async () => {
    const { actions, routes, unresolved } = await policyOf('examples/tutorial/app.ts --json')
    expect({ actions, unresolved }).toEqual({ actions: [], unresolved: [] })
    const { app } = await import('../../examples/tutorial/app.ts')
    expect(Object.keys(routes).toSorted()).toEqual(
      outlineOf(app)
        .routes.flatMap(({ methods, path }) => methods.map((method) => `${method} ${path}`))
        .toSorted(),
    )
    expect(Object.values(routes).flat()).toEqual([])
  })
})

const missing = missingEmulator()
if (missing !== undefined) console.warn(`Skipped: S3 under the generated policy, because ${missing}.`)

const [way] = waysTo({
  entry: ENTRY,
  load: () => import('../../examples/tutorial/objects-in-s3.ts'),
})

describe.skipIf(missing !== undefined)('under the policy, decided by the emulator', () => {
  let bucket: Bucket

  beforeAll(async () => {
    bucket = await openBucket()
  })
  afterAll(() => bucket?.close())
  beforeEach(() => bucket.empty())
  afterEach(() => way?.close())

  it('the app does all that it does', async () => {
    const call = await way?.open(await bucket.restrictTo(await policyOf(ENTRY)))
    if (call === undefined) throw new Error('There is no way to the app.')
    const headers = { 'content-type': 'application/json' }
    await expectJson(call, ['PUT', '/objects/banana', { headers, body: '"yellow"' }], 200, 'null')
    await expectJson(call, ['GET', '/objects/banana'], 200, '{"banana":"yellow"}')
    expect((await call('GET', '/objects/apple')).status).toBe(404)
  })
})
