import { type Codec, type Contract, calix, type FailureLog, get, route } from 'calix'
import { date, describe as described, limited, list, optional, uuid } from 'calix/codec'
import { client } from 'calix/testing'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { claimed } from './answering.ts'

const nothing = (): never => {
  throw new Error('It is not asked')
}

const declared = (contract: Contract) => () => calix({}, route(get('/users', contract), nothing))

const User = t.type({ name: t.string, born: date }, 'User')

type User = t.TypeOf<typeof User>

/** Its fields have other names on the wire. */
const Renamed = new t.Type<User, { readonly NAME: string }>(
  'Renamed',
  User.is,
  User.validate,
  ({ name }) => ({
    NAME: name,
  }),
)

describe('what a route answers', () => {
  it('is declared, or nothing is said of it', () => {
    expect(declared({ returns: {} })).toThrow(
      "calix(…): 'GET /users' returns {}, which declares no answer: give a codec, or one for each status, or leave it out",
    )
    expect(declared({})).not.toThrow()
  })

  it.each<readonly [string, unknown, string]>([
    ['null', null, 'returns null, which is no codec: give one, or one for each status, or leave it out'],
    ['a list', [], 'returns a list, which is no codec: give one, or one for each status, or leave it out'],
    [
      'a text',
      'User',
      'returns a string, which is no codec: give one, or one for each status, or leave it out',
    ],
    ...[undefined, null].map(
      (none) =>
        [
          `${none} for a status`,
          { 204: none },
          `returns ${none} for 204, which is no codec: give one, such as t.undefined where there is no body`,
        ] as const,
    ),
  ])('is a codec, or a record of codecs: %s is neither', (_, returns, message) => {
    // Callers without a compiler write it.
    for (const strip of [true, false])
      expect(declared({ returns: returns as Contract['returns'] & object, strip })).toThrow(
        `calix(…): 'GET /users' ${message}`,
      )
  })

  it.each(['ok', '2xx', '99', '600', '200.5'])('has no status %j', (status) => {
    // Callers without a compiler write it.
    const returns = { [status]: t.string, 200: t.string } as Contract['returns'] & object
    expect(declared({ returns })).toThrow(
      `calix(…): 'GET /users' returns '${status}', which is no status: write one, such as 200`,
    )
  })
})

describe('what is stripped of an answer', () => {
  interface Tree {
    readonly children: Array<Tree>
  }
  const Tree: t.Type<Tree> = t.recursion('Tree', () => t.strict({ children: t.array(t.union([Tree, Tree])) }))
  const Undefined = t.recursion<unknown>('Undefined', () => {
    throw new Error('It is not defined yet')
  })
  const shared = Array.from({ length: 40 }).reduce<t.Mixed>(
    (inside) => t.tuple([inside, inside], 'Shared'),
    t.string,
  )

  it.each<readonly [string, Contract['returns'] & object]>([
    ['a record', User],
    ['records with a recursion', Tree],
    ['what is not defined yet', Undefined],
    ['what has the same codec at many places', shared],
    ['texts', uuid],
    ['what may be missing', optional(t.array(User))],
    ['what is described', described(t.union([User, t.null]), { description: 'A user.' })],
    ['a schema of another library', z.object({ name: z.string() })],
    ['a codec of one’s own', Renamed],
    ['several', { 200: User, 204: t.undefined, 404: z.string() }],
  ])('may be declared by %s', (_, returns) => {
    expect(declared({ returns, strip: true })).not.toThrow()
  })

  const ask = async (returns: Codec, body: unknown, checksAnswers: boolean) => {
    const logged: Array<string> = []
    const log = ({ error }: FailureLog): void => void logged.push(String(error))
    const answered = route(get('/users', { returns, strip: true }), () => claimed<never>(body))
    const { json, status } = await client(calix({ log, checksAnswers }, answered)).get('/users')
    return { json, status, logged }
  }

  const Piped = t.type({ name: t.string }).pipe(
    new t.Type<{ readonly name: string }>(
      'Piped',
      (value): value is { readonly name: string } => typeof value === 'object',
      (value) => t.success(claimed<{ readonly name: string }>(value)),
      t.identity,
    ),
  )
  const user = { name: 'Ada', hash: 'secret' }

  it.each<readonly [string, t.Mixed, unknown, string]>([
    ['itself', Piped, user, 'body'],
    ['a field', t.type({ user: Piped }), { user }, 'body.user'],
    ['a field that may be missing', t.partial({ user: Piped }), { user }, 'body.user'],
    ['an optional one', t.type({ user: optional(Piped) }), { user }, 'body.user'],
    ['a described one', t.type({ user: described(Piped, { name: 'User' }) }), { user }, 'body.user'],
    ['a field of any name', t.record(t.string, Piped), { user }, 'body.user'],
    [
      'one of several views',
      t.type({ user: t.intersection([t.type({ name: t.string }), Piped]) }),
      { user },
      'body.user',
    ],
    ['one of several', t.type({ user: t.union([t.null, Piped]) }), { user }, 'body.user'],
    ['an item', t.array(Piped), [user], 'body[0]'],
    ['an item of a list(…)', list(Piped), [user], 'body[0]'],
    ['an item of a limited list', limited(t.array(Piped), { maxItems: 3 }), [user], 'body[0]'],
    ['an item of a tuple', t.tuple([t.string, Piped]), ['a', user], 'body[1]'],
  ])('is never sent where a codec does not say its fields: %s', async (_, returns, body, place) => {
    for (const isChecked of [true, false]) {
      const { json, logged, status } = await ask(returns, body, isChecked)
      expect([status, JSON.stringify(json)]).toEqual([500, expect.not.stringContaining('secret')])
      expect(logged).toEqual([
        `Error: GET /users answered 200, but nobody can tell which of its fields 'returns' declares:
  ${place}: its codec, pipe({ name: string }, Piped), does not say which fields it has.
  Write 'returns' with what says its fields and only leaves others out, or leave 'strip' out.`,
      ])
    }
  })

  const Day = new t.Type<Date, string>(
    'Day',
    (value): value is Date => value instanceof Date,
    (value, context) => t.failure(value, context),
    (value) => value.toISOString().slice(0, 10),
  )
  const at = new Date(0)

  it.each<readonly [string, t.Mixed, unknown, unknown]>([
    ['a text', t.type({ at: Day }), { at, hash: 'secret' }, { at: '1970-01-01' }],
    ['texts', t.array(Day), [at], ['1970-01-01']],
    ['one of several', t.type({ at: t.union([t.null, Day]) }), { at, b: 1 }, { at: '1970-01-01' }],
    ['the items of a list(…)', list(t.type({ name: t.string })), [user], [{ name: 'Ada' }]],
  ])('is sent where there are no fields to strip: %s', async (_, returns, body, sent) => {
    for (const isChecked of [true, false])
      expect(await ask(returns, body, isChecked)).toEqual({ status: 200, json: sent, logged: [] })
  })

  it.each<readonly [string, t.Mixed, unknown, unknown]>([
    ['a record that is a list', t.type({ a: t.type({ b: t.string }) }), { a: [user] }, {}],
    ['a list that is a record', t.type({ a: t.array(t.string) }), { a: user }, {}],
    ['a text that is a record', t.type({ a: t.string }), { a: user }, {}],
    ['an item', t.array(t.string), ['x', user], ['x']],
  ])('is left out where nobody looks whether it is of another kind: %s', async (_, returns, body, sent) => {
    expect(await ask(returns, body, false)).toEqual({ status: 200, json: sent, logged: [] })
    expect((await ask(returns, body, true)).status).toBe(500)
  })
})
