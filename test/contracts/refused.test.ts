import type { Issue } from 'calix'
import { alb, type Client, client, gateways } from 'calix/testing'
import fc from 'fast-check'
import { isRight } from 'fp-ts/Either'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  bodyMutations,
  DRAWING,
  type Mutation,
  mutations,
  type Raw,
  repetitions,
  VALID,
} from './mutations.ts'
import { arrived, Drawing, Search, things, thingsWith422 } from './things.ts'

interface Refusal {
  readonly Code: string
  readonly Message: string
  readonly Issues: ReadonlyArray<Issue>
}

const refusalOf = (json: unknown): Refusal => json as Refusal

/** Some things to make wrong, one at most of a name, each in one of its ways. */
const some = (all: ReadonlyArray<Mutation>) =>
  fc
    .uniqueArray(fc.constantFrom(...all), { minLength: 1, selector: (each) => `${each.in} ${each.name}` })
    .chain((chosen) =>
      fc.tuple(...chosen.map((each) => fc.constantFrom(...each.wrong).map((value) => ({ ...each, value })))),
    )

type Chosen = Mutation & { readonly value: unknown }

const withIn = <A extends object>(part: A, name: keyof Raw | 'body', all: ReadonlyArray<Chosen>): A => ({
  ...part,
  ...Object.fromEntries(all.filter((each) => each.in === name).map((each) => [each.name, each.value])),
})

/** What is left once what is `undefined` is left out. */
const written = <A>(part: Readonly<Record<string, A>>): Record<string, Exclude<A, undefined>> =>
  Object.fromEntries(
    Object.entries(part).filter((pair): pair is [string, Exclude<A, undefined>] => pair[1] !== undefined),
  )

const send = (api: Client, all: ReadonlyArray<Chosen>) => {
  const { id, kind, name } = withIn(VALID.params, 'params', all)
  return api.get(`/things/${kind}/${id}/${name}`, {
    query: written(withIn(VALID.query, 'query', all)),
    headers: written(withIn(VALID.headers, 'headers', all)),
    cookies: written(withIn(VALID.cookies, 'cookies', all)),
  })
}

const ORDER = ['params', 'query', 'headers', 'cookies', 'body']

/** In the order of parts, and then of anything: which of a part's fields is looked at first is its codec's own affair. */
const sorted = (all: ReadonlyArray<Pick<Issue, 'in' | 'path' | 'expected'>>) =>
  all
    .map(({ expected, in: part, path }) => ({ in: part, path, expected }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

const expectIssues = (issues: ReadonlyArray<Issue>, all: ReadonlyArray<Mutation>) => {
  expect(sorted(issues)).toEqual(sorted(all))
  const parts = issues.map((each) => ORDER.indexOf(each.in))
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
  for (const { expected, message } of issues) {
    expect(message).toContain(`: expected ${expected}, got `)
    expect(message.length).toBeLessThanOrEqual(200)
  }
}

beforeEach(() => {
  arrived.length = 0
})

describe.each(gateways)('behind $name, what is invalid never reaches a handler', (gateway) => {
  const api = client(things, { gateway })
  const all = gateway === alb ? mutations : [...mutations, ...repetitions]

  it('as it is, it would', async () => {
    expect(await send(api, [])).toMatchObject({ status: 204 })
    expect(await api.post('/drawings/1', { json: DRAWING })).toMatchObject({ status: 204 })
    expect(arrived.length).toBe(2)
  })

  it('and all that is wrong with it is said at once, each at its place', () =>
    fc.assert(
      fc.asyncProperty(some(all), async (chosen) => {
        // A list has one value to a name here.
        const sendable =
          gateway === alb ? chosen.filter(({ path }) => path[0] !== 'owner' || path[1] === 0) : chosen
        fc.pre(sendable.length > 0)
        const { json, status } = await send(api, sendable)
        expect(status).toBe(400)
        expect(refusalOf(json).Code).toBe('InvalidRequestError')
        expectIssues(refusalOf(json).Issues, sendable)
        expect(arrived).toEqual([])
      }),
      { numRuns: 200 },
    ))

  it.each([
    [400, things],
    [422, thingsWith422],
  ] as const)('nor does a body, a %i where nothing else is wrong', (ofBody, app) =>
    fc.assert(
      fc.asyncProperty(some(bodyMutations), fc.boolean(), async (chosen, isAlone) => {
        const { json, status } = await client(app, { gateway }).post(
          isAlone ? '/drawings/1' : '/drawings/x',
          {
            json: withIn(DRAWING, 'body', chosen),
          },
        )
        expect(status).toBe(isAlone ? ofBody : 400)
        expect(refusalOf(json).Code).toBe('InvalidRequestError')
        const n = { in: 'params', name: 'n', wrong: [], path: ['n'], expected: 'integer' } as const
        expectIssues(refusalOf(json).Issues, isAlone ? chosen : [n, ...chosen])
        expect(arrived).toEqual([])
      }),
      { numRuns: 100 },
    ),
  )
})

describe('whatever is sent', () => {
  const junk = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...mutations.flatMap(({ wrong }) => wrong.filter((each) => typeof each === 'string'))),
    fc.constantFrom('1', 'true', 'asc', '2026-01-31', '7c9e6679-7425-40de-944b-e07fc1f90ae7'),
  )
  const names = fc.oneof(fc.constantFrom(...Object.keys(Search.props)), fc.string({ unit: 'binary' }))

  it('a query arrives exactly when its codec takes it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.dictionary(names, fc.array(junk, { minLength: 1, maxLength: 2 }), { noNullPrototype: true }),
        async (given) => {
          arrived.length = 0
          const query = { ...VALID.query, ...given }
          const one = Object.entries(query).map(([name, values]): [string, unknown] => [
            name,
            Array.isArray(values) && values.length === 1 ? values[0] : values,
          ])
          const decoded = Search.decode(Object.fromEntries(one))
          const { status } = await client(things).get('/things/cat/7c9e6679-7425-40de-944b-e07fc1f90ae7/a', {
            query,
            headers: VALID.headers,
            cookies: VALID.cookies,
          })
          expect(status).toBe(isRight(decoded) ? 204 : 400)
          expect(arrived.map((each) => each.query)).toEqual(isRight(decoded) ? [decoded.right] : [])
        },
      ),
      { numRuns: 300 },
    ))

  it('a body arrives exactly when its codec takes it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ field: fc.constantFrom(...Object.keys(DRAWING)), value: fc.jsonValue() }),
        ),
        async (given) => {
          arrived.length = 0
          const isField = typeof given === 'object' && given !== null && 'field' in given
          const json: unknown = JSON.parse(
            JSON.stringify(isField ? { ...DRAWING, [String(given.field)]: given.value } : given),
          )
          const decoded = Drawing.decode(json)
          const { status } = await client(things).post('/drawings/1', { json })
          expect(status).toBe(isRight(decoded) ? 204 : 400)
          expect(arrived.map((each) => each.body)).toEqual(isRight(decoded) ? [decoded.right] : [])
        },
      ),
      { numRuns: 300 },
    ))
})
