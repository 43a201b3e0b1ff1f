import { type } from 'arktype'
import * as fc from 'fast-check'
import * as t from 'io-ts'
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import * as z from 'zod'
import type { Codec } from '../../src/codec.ts'
import type { Contract } from '../../src/contract.ts'
import { decoder } from '../../src/decode/decode.ts'
import { InvalidRequestError, type Issue, type Part } from '../../src/issue.ts'
import { aCodec } from './codecs.ts'
import { aValue } from './values.ts'

const issuesOf = async (
  contract: Contract,
  parts: { readonly [P in Part | 'rawBody']?: unknown },
): Promise<ReadonlyArray<Issue>> => {
  const result = await decoder(contract)?.((part) => parts[part])
  return result instanceof InvalidRequestError ? result.issues : []
}
const said = async (codec: Codec, body: unknown): Promise<ReadonlyArray<string>> =>
  (await issuesOf({ body: codec }, { body })).map(({ message }) => message)
const asked = async (codec: Codec, query: unknown): Promise<ReadonlyArray<string>> =>
  (await issuesOf({ query: codec }, { query })).map(({ message }) => message)

const User = t.type({ name: t.string, age: t.Int })
const Shape = t.union([
  t.type({ kind: t.literal('circle'), radius: t.number }),
  t.type({ kind: t.literal('square'), side: t.number }),
])
/** Not told apart by io-ts: one of them has no such field. */
const Loose = t.union([
  t.type({ kind: t.literal('a'), x: t.number }),
  t.type({ kind: t.union([t.literal('b'), t.literal('c')]), y: t.string }),
])
interface Tree {
  readonly value: number
  readonly children: ReadonlyArray<Tree>
}
const Tree: t.Type<Tree> = t.recursion('Tree', () =>
  t.type({ value: t.number, children: t.readonlyArray(Tree) }),
)
const Even = t.refinement(t.number, (n) => n % 2 === 0)

describe('issues of io-ts', () => {
  it.each<readonly [string, t.Mixed, unknown, ReadonlyArray<string>]>([
    ['nothing at all', User, undefined, ['body: expected object, got nothing']],
    ['another kind', User, [1], ['body: expected object, got array']],
    ['a given name', t.type({ a: t.string }, 'Given'), null, ['body: expected Given, got null']],
    [
      'each field',
      User,
      { name: 5 },
      ['body.name: expected string, got number', 'body.age: expected integer, got nothing'],
    ],
    [
      'an item',
      t.type({ items: t.array(User) }),
      { items: [{ name: 'a', age: 1 }, { age: 1 }] },
      ['body.items[1].name: expected string, got nothing'],
    ],
    ['an optional one', t.union([t.string, t.undefined]), 1, ['body: expected string, got number']],
    ['a nullable one', t.union([t.string, t.null]), 1, ['body: expected string or null, got number']],
    [
      'several',
      t.union([User, t.array(t.string), t.union([t.boolean, t.literal('x')])]),
      1,
      ['body: expected "x", object, array or boolean, got number'],
    ],
    [
      'one that got further',
      t.union([User, t.array(t.number)]),
      ['x'],
      ['body[0]: expected number, got string'],
    ],
    ['a tagged one', Shape, { kind: 'square', side: '1' }, ['body.side: expected number, got string']],
    [
      'an unknown tag',
      Shape,
      { kind: 'hexagon' },
      ['body.kind: expected one of "circle", "square", got string'],
    ],
    ['a loose one that is meant', Loose, { kind: 'a', x: 'x' }, ['body.x: expected number, got string']],
    ['a loose one that is not', Loose, { kind: 'd', x: 1 }, ['body: expected object, got another object']],
    [
      'an intersection',
      t.intersection([User, t.partial({ nick: t.string })]),
      { name: 1, age: 1, nick: 1 },
      ['body.name: expected string, got number', 'body.nick: expected string, got number'],
    ],
    [
      'an intersection, once',
      t.intersection([User, t.partial({ a: t.string })]),
      1,
      ['body: expected object, got number'],
    ],
    ['a key', t.keyof({ asc: 1, desc: 1 }), 'up', ['body: expected one of "asc", "desc", got string']],
    ['a refinement', Even, 3, ['body: expected valid number, got number']],
    [
      'a tree',
      Tree,
      { value: 1, children: [{ value: 1, children: [{ value: 'x', children: [] }] }] },
      ['body.children[0].children[0].value: expected number, got string'],
    ],
    [
      'a tuple in a record',
      t.record(t.string, t.tuple([t.number, t.string])),
      { a: [1], 'b c': 4 },
      ['body.a[1]: expected string, got nothing', 'body["b c"]: expected array, got number'],
    ],
    [
      'what is read-only',
      t.readonly(t.union([User, t.null])),
      { name: 'a' },
      ['body.age: expected integer, got nothing'],
    ],
    [
      'what is inside a pipe',
      t.union([t.string, t.null]).pipe(t.string as never),
      1,
      ['body: expected string, got number', 'body: expected null, got number'],
    ],
  ])('%s', async (_, codec, body, messages) => {
    expect(await said(codec, body)).toEqual(messages)
  })

  it('show values of a URL, short, but none that its name calls secret', async () => {
    const codec = t.type({ page: t.number, apiKey: t.number, long: t.number, list: t.number })
    expect(
      await asked(codec, { page: 'a"b\n', apiKey: 'hunter2', long: 'x'.repeat(100), list: ['a', 'b'] }),
    ).toEqual([
      'query.page: expected number, got "a\\"b\\n"',
      'query.apiKey: expected number, got string',
      `query.long: expected number, got "${'x'.repeat(39)}…"`,
      'query.list: expected number, got array',
    ])
  })

  it('say what the author of a codec says, unless that repeats the value', async () => {
    const strict = (message: (value: unknown) => string) =>
      new t.Type<string>(
        'strict',
        t.string.is,
        (value, context) => t.failure(value, context, message(value)),
        t.identity,
      )
    expect(await said(t.type({ a: strict(() => 'is too weak') }), { a: 'hunter2' })).toEqual([
      'body.a: is too weak',
    ])
    expect(await said(t.type({ a: strict((value) => `${value} is too weak`) }), { a: 'hunter2' })).toEqual([
      'body.a: expected strict, got string',
    ])
  })

  it('are in the order of the parts, each once, and after 20 only counted', async () => {
    const part = t.type({ a: t.number })
    const issues = await issuesOf(
      {
        body: t.array(t.number),
        cookies: part,
        headers: part,
        query: t.intersection([part, part]),
        params: part,
      },
      { params: {}, query: {}, headers: {}, cookies: {}, body: Array.from({ length: 30 }, () => 'x') },
    )
    expect(issues.map((each) => each.in)).toEqual([
      'params',
      'query',
      'headers',
      'cookies',
      ...Array(17).fill('body'),
    ])
    expect(issues.slice(-2).map(({ message }) => message)).toEqual([
      'body[15]: expected number, got string',
      'and 14 more issues',
    ])
  })
})

describe('issues of what is too much', () => {
  it('are found without a look at all of it', async () => {
    const list = t.type({ items: t.union([t.array(t.type({ a: t.string })), t.null]) })
    const body = { items: Array.from({ length: 1_000_000 }, (_, i) => ({ a: i })) }
    const messages = await said(list, body)
    expect(messages.slice(0, 2)).toEqual([
      'body.items[0].a: expected string, got number',
      'body.items[1].a: expected string, got number',
    ])
    expect(messages).toHaveLength(21)
    expect(await said(t.array(t.string), body.items)).toContain('and at least 480 more issues')
    const late = body.items.map((each, i) => (i === 900_000 ? each : { a: 'x' }))
    expect(await said(list, { items: late })).toEqual(['body.items[900000].a: expected string, got number'])
  })

  it('is nested more deeply than a stack holds', async () => {
    const Nested: t.Mixed = t.recursion('Nested', (): t.Mixed => t.union([t.array(Nested), t.string]))
    const text = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    expect(await said(Nested, JSON.parse(text))).toEqual(['body: expected fewer levels, got array'])
    expect(await said(Nested, JSON.parse('[[["a", 1]]]'))).toEqual([
      'body[0][0][1]: expected Nested, got number',
    ])
  })
})

describe('issues of Standard Schemas', () => {
  const valid = { name: 'Ada', n: 3, email: 'a@example.com', choice: 'x', secret: 'open sesame', either: 1 }
  const invalid = {
    n: 1,
    email: 'hunter2hunter2',
    choice: 'hunter2hunter2',
    secret: 'hunter2hunter2',
    either: {},
  }
  const schemas: ReadonlyArray<readonly [string, Codec, ReadonlyArray<string>]> = [
    [
      'zod',
      z.strictObject({
        name: z.string(),
        n: z.number().min(3),
        email: z.email(),
        choice: z.enum(['x', 'y']),
        secret: z.string().refine((text) => text === 'open sesame', 'is not the word'),
        either: z.union([z.number(), z.object({ deep: z.string() })]),
      }),
      [
        'body.name: expected string, got nothing',
        'body.n: expected number of at least 3, got number',
        'body.email: expected email, got string',
        'body.choice: expected one of "x", "y", got string',
        'body.secret: is not the word',
        'body.either.deep: expected string, got nothing',
      ],
    ],
    [
      'valibot',
      v.object({
        name: v.string(),
        n: v.pipe(v.number(), v.minValue(3)),
        email: v.pipe(v.string(), v.email()),
        choice: v.picklist(['x', 'y']),
        secret: v.pipe(
          v.string(),
          v.check((text) => text === 'open sesame', 'is not the word'),
        ),
        either: v.union([v.number(), v.string()]),
      }),
      [
        'body.name: expected value, got nothing',
        'body.n: expected >=3, got number',
        'body.email: expected valid value, got string',
        'body.choice: expected ("x" | "y"), got string',
        'body.secret: is not the word',
        'body.either: expected (number | string), got object',
      ],
    ],
    [
      'arktype',
      type({
        name: 'string',
        n: 'number>=3',
        email: 'string.email',
        choice: '"x"|"y"',
        secret: '"open sesame"',
        either: 'number|string',
      }),
      [
        'body.choice: expected valid value, got string',
        'body.either: expected a number or a string, got object',
        'body.email: expected an email address, got string',
        'body.n: expected at least 3, got number',
        'body.name: expected a string, got nothing',
        'body.secret: expected "open sesame", got string',
      ],
    ],
  ]
  it.each(schemas)('%s', async (_, schema, messages) => {
    expect(await said(schema, valid)).toEqual([])
    expect(await said(schema, invalid)).toEqual(messages)
  })

  it.each(schemas)('%s shows nothing of a body', async (_, schema) => {
    const secret = fc.stringMatching(/^[a-z0-9]{12,40}$/)
    await fc.assert(
      fc.asyncProperty(secret, secret, fc.integer({ min: 100_000_000 }), async (a, b, n) => {
        const bodies = [
          a,
          { name: n, n: a, email: a, choice: b, secret: b, either: { deep: n, more: a } },
          [a],
          { n: -n, choice: n, either: [a] },
        ]
        for (const body of bodies) {
          const text = JSON.stringify(
            await issuesOf(
              { body: schema, cookies: schema, headers: schema },
              { body, cookies: body, headers: body },
            ),
          )
          expect(text.length).toBeGreaterThan(2)
          for (const each of [a, b, String(n)]) expect(text).not.toContain(each)
        }
      }),
      { numRuns: 100 },
    )
  })
})

/** What the codecs and values of these tests throw themselves. */
const THROWN = /^(?:RangeError: touched|TypeError: refused|SyntaxError: read)/

/** Texts that no codec and no message of ours has. */
const aSecret = fc.stringMatching(/^[A-Z0-9]{10,60}$/)

describe('whatever a request holds', () => {
  test('its issues are short, few, and JSON on one line', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constant('\0\r\n"\u2028'.repeat(90)),
    )
    const part = fc.oneof(
      aValue,
      fc.dictionary(text, fc.oneof(text, fc.array(text))),
      fc.array(fc.dictionary(text, text), { maxLength: 40 }),
    )
    let count = 0
    await fc.assert(
      fc.asyncProperty(aCodec, aCodec, part, part, async (query, body, a, b) => {
        try {
          const issues = await issuesOf({ query: t.record(t.string, query), body }, { query: a, body: b })
          count += issues.length
          expect(issues.length).toBeLessThanOrEqual(21)
          for (const { expected, message, path } of issues) {
            expect(expected.length).toBeLessThanOrEqual(80)
            expect(message.length).toBeLessThanOrEqual(200)
            expect(path.length).toBeLessThanOrEqual(16)
            for (const name of path) expect(String(name).length).toBeLessThanOrEqual(80)
            // What a terminal or a log would take for more than text.
            // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
            expect(message).not.toMatch(/[\u0000-\u001f]/)
          }
        } catch (thrown) {
          expect(String(thrown)).toMatch(THROWN)
        }
      }),
      { numRuns: 1_500 },
    )
    expect(count).toBeGreaterThan(500)
  })

  test('nothing of a body, of headers or of cookies is shown', async () => {
    const part = aSecret.chain((secret) =>
      fc.tuple(
        fc.constant(secret),
        fc.letrec((tie) => ({
          value: fc.oneof(
            { depthSize: 'small' },
            fc.constant(secret),
            fc.array(tie('value'), { maxLength: 3 }),
            fc.dictionary(fc.constantFrom('a', 'b', 'kind', 'length'), tie('value'), { maxKeys: 4 }),
          ),
        })).value,
      ),
    )
    let count = 0
    await fc.assert(
      fc.asyncProperty(aCodec, part, async (codec, [secret, value]) => {
        try {
          const parts = { body: value, headers: value, cookies: value }
          const issues = await issuesOf({ body: codec, headers: codec, cookies: codec }, parts)
          count += issues.length
          expect(JSON.stringify(issues)).not.toContain(secret.slice(0, 8))
        } catch (thrown) {
          expect(String(thrown)).toMatch(THROWN)
        }
      }),
      { numRuns: 2_000 },
    )
    expect(count).toBeGreaterThan(500)
  })
})
