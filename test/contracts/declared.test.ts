import { type Contract, calix, get, route } from 'calix'
import { date, describe as described, limited, optional, uuid } from 'calix/codec'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

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

  it.each(['ok', '2xx', '99', '600', '200.5'])('has no status %j', (status) => {
    // Callers without a compiler write it.
    const returns = { [status]: t.string, 200: t.string } as Contract['returns'] & object
    expect(declared({ returns })).toThrow(
      `calix(…): 'GET /users' returns '${status}', which is no status: write one, such as 200`,
    )
  })
})

describe('what is stripped of an answer', () => {
  const refusal = (what: string): string =>
    `calix(…): 'GET /users' is to strip what it ${what}, but that codec does not say which fields it has: write it with t.type, t.strict and the like, or leave 'strip' out`

  it.each<readonly [string, t.Mixed]>([
    ['one of its own making', Renamed],
    ['a pipe', t.string.pipe(t.string)],
    ['a list of them', t.array(Renamed)],
    ['one of several', t.union([t.null, Renamed])],
    ['in several', t.intersection([t.type({ id: uuid }), Renamed])],
    ['what may be missing', optional(Renamed)],
    ['what is described', described(Renamed, { name: 'User' })],
    ['what is limited', limited(t.array(Renamed), { maxItems: 3 })],
  ])('has to be known: %s is refused', (_, returns) => {
    expect(declared({ returns, strip: true })).toThrow(refusal('returns'))
    expect(declared({ returns: { 200: User, 201: returns }, strip: true })).toThrow(refusal('returns 201'))
    expect(declared({ returns })).not.toThrow()
  })

  interface Tree {
    readonly children: Array<Tree>
  }
  const Tree: t.Type<Tree> = t.recursion('Tree', () => t.strict({ children: t.array(t.union([Tree, Tree])) }))

  it.each<readonly [string, Contract['returns'] & object]>([
    ['a record', User],
    ['records with a recursion', Tree],
    ['texts', uuid],
    ['what may be missing', optional(t.array(User))],
    ['what is described', described(t.union([User, t.null]), { description: 'A user.' })],
    ['a schema of another library', z.object({ name: z.string() })],
    ['several', { 200: User, 204: t.undefined, 404: z.string() }],
  ])('is known of %s', (_, returns) => {
    expect(declared({ returns, strip: true })).not.toThrow()
  })
})
