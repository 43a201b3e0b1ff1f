import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { missingEmulator } from '../deploy/platform/emulator.ts'
import { type Bucket, openBucket } from './bucket.ts'
import type { Answer, Caller } from './caller.ts'
import { expectJson } from './expect-json.ts'
import { waysTo } from './ways.ts'

const JSON_UTF8 = { 'content-type': 'application/json; charset=utf-8' }

const ways = waysTo({
  entry: 'examples/tutorial/objects-in-s3.ts',
  load: () => import('../../examples/tutorial/objects-in-s3.ts'),
})

const missing = missingEmulator()
if (missing !== undefined) console.warn(`Skipped: the tutorial's objects in S3, because ${missing}.`)

describe.skipIf(missing !== undefined)("the tutorial's objects in S3", () => {
  let bucket: Bucket

  beforeAll(async () => {
    bucket = await openBucket()
  })
  afterAll(() => bucket?.close())

  const put = (call: Caller, key: string, body: string): Promise<Answer> =>
    expectJson(call, ['PUT', `/objects/${key}`, { headers: JSON_UTF8, body }], 200, 'null')

  describe.each(ways)('by $name', ({ decodesPaths, open, close }) => {
    let call: Caller

    beforeAll(async () => {
      await bucket.empty()
      call = await open(bucket.environment)
    })
    afterAll(close)

    it('an object is there once it has been put', async () => {
      await expectJson(
        call,
        ['GET', '/objects/banana'],
        404,
        '{"Code":"NotFoundError","Message":"NotFoundError: banana"}',
      )
      await put(call, 'banana', '"yellow"')
      await expectJson(call, ['GET', '/objects/banana'], 200, '{"banana":"yellow"}')
      await put(call, 'banana', '"brown"')
      await expectJson(call, ['GET', '/objects/banana'], 200, '{"banana":"brown"}')
      expect(await bucket.keys()).toEqual(['objects/banana'])
    })

    it.each(['{"a":[1,{"b":null}],"c":"são"}', 'null', 'false', '0', '""', '[]'])(
      '%s comes back as it went',
      async (body) => {
        await put(call, 'any', body)
        await expectJson(call, ['GET', '/objects/any'], 200, `{"any":${body}}`)
      },
    )

    it.each([
      ['s%C3%A3o%20paulo', 'são paulo'],
      ['%F0%9F%8D%8C', '🍌'],
      ['100%25', '100%'],
      ['a+b', 'a+b'],
      ['a%3Fb%23c', 'a?b#c'],
      ["it's(*)!", "it's(*)!"],
      ['__proto__', '__proto__'],
    ])('the key %s is %s', async (sent, key) => {
      await put(call, sent, '1')
      await expectJson(call, ['GET', `/objects/${sent}`], 200, `{${JSON.stringify(key)}:1}`)
      expect(await bucket.keys()).toContain(`objects/${key}`)
    })

    it.each([
      ['a%2Fb', 'a/b'],
      ['a%2F%2Fb', 'a//b'],
      ['%2Fa', '/a'],
    ])('the key %s is %s, or no key where the gateway decodes', async (sent, key) => {
      if (decodesPaths)
        expect((await call('PUT', `/objects/${sent}`, { headers: JSON_UTF8, body: '1' })).status).toBe(404)
      else {
        await put(call, sent, '1')
        await expectJson(call, ['GET', `/objects/${sent}`], 200, `{${JSON.stringify(key)}:1}`)
      }
      expect((await bucket.keys()).includes(`objects/${key}`)).toBe(!decodesPaths)
    })

    it('what is in the bucket beside them is none of them', async () => {
      await bucket.put('secret', '1')
      expect((await call('GET', '/objects/secret')).status).toBe(404)
      expect((await call('GET', '/objects/..%2Fsecret')).status).toBe(404)
    })

    it('a request without JSON puts nothing', async () => {
      await expectJson(
        call,
        ['PUT', '/objects/nothing'],
        400,
        '{"Code":"BadRequestError","Message":"BadRequestError: There is no JSON to keep"}',
      )
      expect((await call('PUT', '/objects/nothing', { headers: JSON_UTF8, body: '{' })).status).toBe(400)
      expect((await call('GET', '/objects/nothing')).status).toBe(404)
    })
  })

  describe.each(ways.slice(0, 1))('with permissions, by $name', ({ open, close }) => {
    const policy = (...actions: ReadonlyArray<string>) => ({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: actions, Resource: 'arn:aws:s3:::calix-tutorial/objects/*' }],
    })

    beforeEach(() => bucket.empty())
    afterEach(close)

    it('reading and writing objects is enough', async () => {
      const call = await open(await bucket.restrictTo(policy('s3:GetObject', 's3:PutObject')))
      await put(call, 'banana', '"yellow"')
      await expectJson(call, ['GET', '/objects/banana'], 200, '{"banana":"yellow"}')
      expect((await call('GET', '/objects/apple')).status).toBe(404)
    })

    it('what S3 does not let it read is not found', async () => {
      await bucket.put('objects/banana', '"yellow"')
      const call = await open(await bucket.restrictTo(policy('s3:PutObject')))
      await expectJson(
        call,
        ['GET', '/objects/banana'],
        404,
        '{"Code":"NotFoundError","Message":"NotFoundError: banana"}',
      )
    })

    it('what S3 does not let it write is a failure of its own', async () => {
      const call = await open(await bucket.restrictTo(policy('s3:GetObject')))
      await expectJson(
        call,
        ['PUT', '/objects/banana', { headers: JSON_UTF8, body: '1' }],
        500,
        '{"Code":"InternalServerError","Message":"An internal server error occurred."}',
      )
    })
  })
})
