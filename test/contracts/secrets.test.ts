import { type as ark } from 'arktype'
import { type Codec, calix, type FailureLog, get, type Issue, post, problem, route } from 'calix'
import { date, integer, list, oneOf, standard, uuid } from 'calix/codec'
import { client } from 'calix/testing'
import fc from 'fast-check'
import * as t from 'io-ts'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

/** Of characters that no text of calix is made of, so that nothing of it is in an answer by chance. */
const secret = fc
  .string({ unit: fc.constantFrom(...'QXZ0123456789'), minLength: 12, maxLength: 60 })
  .map((text) => `Q${text}`)

/** A codec whose author says more than is good. */
const talkative = new t.Type<string, string>(
  'Talkative',
  (value): value is string => value === 'ok',
  (value, context) =>
    value === 'ok' ? t.success('ok') : t.failure(value, context, `${JSON.stringify(value)} is not ok`),
  String,
)

const failing = (value: unknown): string => `${JSON.stringify(value)} is not ok`

/** Codecs that take no secret, for a record with `a`, `b` and more. */
const CODECS: Readonly<Record<string, Codec>> = {
  'io-ts': t.type({ a: integer, b: t.type({ c: t.array(date), d: oneOf('x', 'y') }) }),
  'a strict one': t.strict({ a: t.literal('a'), b: t.union([t.number, t.type({ c: t.number })]) }),
  'one with literals': t.type({ a: t.keyof({ x: 1, y: 1 }), b: t.tuple([t.number, t.null]) }),
  'one that says more': t.type({ a: talkative, b: t.type({ c: talkative }) }),
  'an intersection': t.intersection([t.type({ a: uuid }), t.partial({ b: t.record(t.string, t.boolean) })]),
  'one that is a Standard Schema': standard(t.type({ a: list(integer, { separator: ',' }), b: t.number })),
  zod: z.object({ a: z.number(), b: z.object({ c: z.enum(['x', 'y']), d: z.iso.date() }) }),
  'zod that says more': z.object({
    a: z.string().refine((value) => value === 'ok', { error: ({ input }) => failing(input) }),
    b: z.unknown(),
  }),
  'a zod that takes no other names': z.strictObject({ a: z.literal('a'), b: z.array(z.number()) }),
  valibot: v.object({ a: v.pipe(v.string(), v.email()), b: v.object({ c: v.literal('x'), d: v.number() }) }),
  'valibot that says more': v.object({
    a: v.pipe(
      v.string(),
      v.check(
        (value) => value === 'ok',
        ({ input }) => failing(input),
      ),
    ),
    b: v.any(),
  }),
  arktype: ark({ a: 'number', b: { c: '"x" | "y"', d: 'string.uuid' } }),
}

const shapes = [{}, { errorShape: problem }, { debug: true, invalidBodyStatus: 422 }] as const

/** What a caller and the log can see: the answer, and what was logged. */
const seen = async (
  codec: Codec,
  options: (typeof shapes)[number],
  given: {
    readonly headers: Record<string, string>
    readonly cookies: Record<string, string>
    readonly json: unknown
  },
) => {
  const logged: Array<FailureLog> = []
  const app = calix(
    { ...options, log: (failure) => logged.push(failure) },
    route(post('/', { headers: codec, cookies: codec, body: codec }), () => 'reached'),
  )
  const { headers, status, text } = await client(app).post('/', given)
  return { status, logged, all: JSON.stringify([text, headers]) }
}

describe.each(Object.entries(CODECS))('decoded by %s', (_name, codec) => {
  it.each(shapes)(
    'no value of headers, cookies or a body is in an answer or in the log, with %o',
    (options) =>
      fc.assert(
        fc.asyncProperty(secret, secret, secret, async (header, cookie, body) => {
          const inBody = fc.sample(
            fc.constantFrom<unknown>(
              { a: body, b: body },
              { a: [body], b: { c: [body, { e: body }], d: body } },
              { a: { [body.slice(0, 1)]: body }, b: [body] },
              [body],
              body,
            ),
            { numRuns: 1, seed: body.length },
          )[0]
          const { all, logged, status } = await seen(codec, options, {
            headers: { a: header, b: header },
            cookies: { a: cookie, b: cookie },
            json: inBody,
          })
          expect(status).toBe(400)
          expect(logged).toEqual([])
          for (const each of [header, cookie, body])
            for (let i = 0; i + 6 <= each.length; i++) expect(all).not.toContain(each.slice(i, i + 6))
        }),
        { numRuns: 25 },
      ),
  )
})

describe('values of a URL', () => {
  const names = ['password', 'api_key', 'accessToken', 'Authorization', 'clientSecret', 'X-Session', 'pin']
  const app = calix(
    {},
    route(
      get('/:token/:page', {
        params: t.type({ token: uuid, page: integer }),
        query: t.type({
          ...Object.fromEntries(names.map((name) => [name, integer])),
          at: integer,
          tokens: list(integer),
        }),
      }),
      () => 'reached',
    ),
  )

  it('are shown, and never where a name says that they are secret', () =>
    fc.assert(
      fc.asyncProperty(secret, async (value) => {
        const { json, text } = await client(app).get(`/${value}/x`, {
          query: { ...Object.fromEntries(names.map((name) => [name, value])), at: 'y', tokens: ['1', value] },
        })
        expect(text).not.toContain(value.slice(0, 6))
        const { Issues } = json as { readonly Issues: ReadonlyArray<Issue> }
        expect(Issues.map(({ path, message }) => [path[0], message.replace(/.*, got /, '')])).toEqual([
          ['token', 'string'],
          ['page', '"x"'],
          ...names.map((name) => [name, 'string']),
          ['at', '"y"'],
          ['tokens', 'string'],
        ])
      }),
      { numRuns: 25 },
    ))
})

describe('an answer stays short', () => {
  const issuesFrom = async (codec: Codec, json: unknown): Promise<ReadonlyArray<Issue>> => {
    const answer = await client(
      calix(
        {},
        route(post('/', { body: codec }), () => 'reached'),
      ),
    ).post('/', { json })
    expect(answer.status).toBe(400)
    return (answer.json as { readonly Issues: ReadonlyArray<Issue> }).Issues
  }

  it('20 issues, and one that says how many more', async () => {
    const issues = await issuesFrom(t.array(t.number), Array.from({ length: 57 }, String))
    expect(issues.length).toBe(21)
    expect(issues.map(({ path }) => path)).toEqual([...Array.from({ length: 20 }, (_, i) => [i]), []])
    expect(issues.at(-1)).toEqual({
      in: 'body',
      path: [],
      expected: 'fewer issues',
      message: 'and 37 more issues',
    })
  })

  it('20 are 20, and 21 one more', async () => {
    expect((await issuesFrom(t.array(t.number), Array.from({ length: 20 }, String))).length).toBe(20)
    const issues = await issuesFrom(t.array(t.number), Array.from({ length: 21 }, String))
    expect(issues.at(-1)?.message).toBe('and 1 more issue')
  })

  it('16 steps, 80 characters of a name, 200 of a message', async () => {
    interface Nest {
      readonly [name: string]: Nest
    }
    const nest: t.Type<Nest> = t.recursion('Nest', () => t.record(t.string, nest))
    const long = 'n'.repeat(500)
    const deep = Array.from({ length: 100 }, () => long).reduce<unknown>(
      (inner, name) => ({ [name]: inner }),
      7,
    )
    const [issue, ...others] = await issuesFrom(nest, deep)
    expect(others).toEqual([])
    expect(issue?.path.length).toBe(16)
    for (const each of issue?.path ?? []) expect(String(each).length).toBeLessThanOrEqual(80)
    expect(issue?.message.length).toBeLessThanOrEqual(200)
  })

  it('what is nested more deeply than the stack holds is the caller’s doing', async () => {
    interface Nest {
      readonly n: ReadonlyArray<Nest>
    }
    const nest: t.Type<Nest> = t.recursion('Nest', () => t.type({ n: t.readonlyArray(nest) }))
    const text = `${'{"n":['.repeat(60_000)}1${']}'.repeat(60_000)}`
    const app = calix(
      {},
      route(post('/', { body: nest }), () => 'reached'),
    )
    const { status, text: answer } = await client(app).post('/', {
      body: text,
      headers: { 'content-type': 'application/json' },
    })
    expect(status).toBe(400)
    expect(answer.length).toBeLessThan(1000)
  })
})
