import {
  type Authorizer,
  apiKey,
  authorize,
  authorizer,
  calix,
  cognito,
  custom,
  get,
  iam,
  jwt,
  post,
  prefix,
  type Routes,
  route,
  routes,
  use,
} from 'calix'
import { cors } from 'calix/middleware'
import fc from 'fast-check'
import { pipe } from 'fp-ts/function'
import { concatAll } from 'fp-ts/Monoid'
import { describe, expect, it, test } from 'vitest'
import { monoid } from '../../src/routes.ts'

const authorizers: ReadonlyArray<Authorizer> = [
  apiKey(),
  iam(),
  cognito({ userPoolArns: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'] }),
  jwt({ issuer: 'https://issuer.example.com', audience: 'a' }),
  custom({ arn: 'arn:aws:lambda:us-east-1:123456789012:function:f' }),
  authorizer(() => ({ routes: ['*'], principalId: 'x' })),
]

const anAuthorizer = fc.constantFrom(...authorizers)
const someRoutes: fc.Arbitrary<Routes> = fc
  .array(fc.tuple(fc.constantFrom('/a', '/b', '/c/:d'), fc.option(anAuthorizer, { nil: undefined })), {
    maxLength: 5,
  })
  .map((list) =>
    concatAll(monoid)(
      list.map(([path, own]): Routes => {
        const each: Routes = route(get(path as '/a'), () => 1)
        return own === undefined ? each : authorize(own)(each)
      }),
    ),
  )

const shown = ({ list }: Routes): unknown => list.map(({ path, authorizers: own }) => ({ path, own }))

describe('authorize', () => {
  test('distributes over concatenation', () => {
    fc.assert(
      fc.property(anAuthorizer, someRoutes, someRoutes, (a, x, y) => {
        const both = authorize(a)(monoid.concat(x, y))
        expect(shown(both)).toEqual(shown(monoid.concat(authorize(a)(x), authorize(a)(y))))
      }),
    )
  })

  test('keeps what is inside: the innermost counts', () => {
    fc.assert(
      fc.property(anAuthorizer, anAuthorizer, someRoutes, (a, b, x) => {
        expect(shown(pipe(x, authorize(a), authorize(b)))).toEqual(shown(authorize(a)(x)))
      }),
    )
  })

  test('commutes with prefix and use', () => {
    fc.assert(
      fc.property(anAuthorizer, someRoutes, (a, x) => {
        expect(shown(pipe(x, authorize(a), prefix('/v1'), use(cors())))).toEqual(
          shown(pipe(x, use(cors()), prefix('/v1'), authorize(a))),
        )
      }),
    )
  })

  test('changes nothing in the routes that it is given', () => {
    const open = route(get('/'), () => 1)
    authorize(iam())(open)
    expect(open.list[0]?.authorizers).toBeUndefined()
  })

  it('leaves a route open that says so in a group that is not', () => {
    const group = pipe(
      routes(
        route(pipe(get('/health'), authorize()), () => 'ok'),
        route(post('/orders'), () => 'made'),
      ),
      authorize(iam()),
    )
    expect(group.list.map(({ authorizers: all }) => all?.map(({ kind }) => kind))).toEqual([[], ['iam']])
  })
})

describe('mistakes', () => {
  // Callers without a compiler make them.
  const loosely = authorize as (...all: ReadonlyArray<unknown>) => unknown
  it.each<readonly [string, () => unknown, string]>([
    [
      'a factory that is not called',
      () => loosely(apiKey),
      "the function 'apiKey'; was it meant to be called",
    ],
    ['a bare function', () => loosely(() => 1), 'given to authorizer(…)?'],
    ['no authorizer', () => loosely('iam'), 'got iam'],
    ['two of them', () => loosely(iam(), authorizers[2]), 'one authorizer and apiKey() beside it'],
    [
      'a pool that is no ARN',
      () => cognito({ userPoolArns: ['us-east-1_abc'] }),
      "'us-east-1_abc' is no ARN",
    ],
    ['no pool', () => cognito({ userPoolArns: [] }), 'names no user pool'],
    ['an issuer without TLS', () => jwt({ issuer: 'http://a', audience: 'b' }), "'issuer' is an https URL"],
    ['no audience', () => jwt({ issuer: 'https://a', audience: [] }), "'audience' names nobody"],
    ['an ARN that is none', () => custom({ arn: 'f' }), "'f' is no ARN of a Lambda function"],
    [
      'a ttl that is too long',
      () => authorizer(() => ({ routes: [], principalId: 'x' }), { ttl: 3601 }),
      'from 0 to 3600',
    ],
    [
      'a header that is none',
      () => authorizer(() => ({ routes: [], principalId: 'x' }), { header: 'a b' }),
      "no header name: 'a b'",
    ],
    [
      'an option that is none',
      () => cognito({ userPoolArns: ['a'], scope: [] } as never),
      "'scope' (did you mean 'scopes'?)",
    ],
  ])('%s', (_name, make, message) => {
    expect(make).toThrow(TypeError)
    expect(make).toThrow(message)
  })

  it('takes a name from the function where it has a fitting one', () => {
    const checkToken = () => ({ routes: [], principalId: 'x' })
    expect(authorizer(checkToken).name).toBe('checkToken')
    expect(authorizer(() => ({ routes: [], principalId: 'x' })).name).toBe('authorizer')
  })

  it('needs no app to fail: an app takes authorized routes as they are', () => {
    expect(
      calix(
        {},
        pipe(
          route(get('/'), () => 1),
          authorize(apiKey()),
        ),
      ).routes.list,
    ).toHaveLength(1)
  })
})
