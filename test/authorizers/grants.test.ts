import { authorize, authorizer, calix, lambda, methods, printPath, type Routes, route } from 'calix'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { evaluate } from '../../local/auth/policy.ts'
import { monoid } from '../../src/routes.ts'

const ARN = 'arn:aws:execute-api:us-east-1:123456789012:abcdef/prod'

const segment = fc.constantFrom('a', 'b', 'secret', ':x')
const aPath = fc
  .tuple(fc.array(segment, { maxLength: 3 }), fc.boolean())
  .map(([segments, hasRest]) => [
    ...segments.map((each, index) => (each === ':x' ? `:p${index}` : each)),
    ...(hasRest ? ['*rest'] : []),
  ])
  .map((segments): `/${string}` => `/${segments.join('/')}`)
const aMethod = fc.constantFrom('GET', 'POST', 'DELETE')

/** Routes of which no two are the same to a router. */
const tables = fc.uniqueArray(fc.tuple(aMethod, aPath), {
  minLength: 2,
  maxLength: 6,
  selector: ([method, path]) => `${method} ${path.replaceAll(/:[^/]+/g, ':')}`,
})

/** Request paths with the segments that routes have, and others. */
const requested = fc
  .array(fc.constantFrom('a', 'b', 'secret', 'q'), { maxLength: 4 })
  .map((segments) => `/${segments.join('/')}`)

const appOf = (
  table: ReadonlyArray<readonly ['GET' | 'POST' | 'DELETE', `/${string}`]>,
  granted: ReadonlyArray<string>,
) => {
  const own = authorizer(() => ({ routes: granted, principalId: 'x' }), { name: 'own' })
  const all = table.map(
    ([method, path]): Routes => route(methods([method], path), (request) => request.route),
  )
  const app = calix({ log: () => {} }, authorize(own)(all.reduce(monoid.concat, monoid.empty)))
  return { app, ask: lambda(app) }
}

/** What a request comes to whose policy a REST API has evaluated, at the resource of the route that the app chooses. */
const outcome = async (
  { app, ask }: ReturnType<typeof appOf>,
  method: string,
  path: string,
): Promise<string | undefined> => {
  const match = app.router.match(method, path, true)
  if (match.kind !== 'found') return undefined
  const resource = match.route.path.replaceAll(/:(\w+)/g, '{$1}').replace(/\*(\w+)$/, '{$1+}')
  const asked = { httpMethod: method, path, resource, headers: { authorization: 't' }, requestContext: {} }
  const said = (await ask({ ...asked, type: 'REQUEST', methodArn: `${ARN}/${method}${path}` })) as {
    readonly policyDocument: unknown
    readonly principalId: string
    readonly context: object
  }
  if (evaluate(said.policyDocument, `${ARN}/${method}${path}`) !== 'allowed') return 'refused'
  const authorizerContext = { ...said.context, principalId: said.principalId }
  const answer = (await ask({ ...asked, requestContext: { authorizer: authorizerContext } })) as {
    readonly statusCode: number
  }
  return answer.statusCode === 200 ? `ran ${match.route.path}` : 'refused'
}

describe('a grant', () => {
  test('of a route lets in what that route answers, and nothing else', () =>
    fc.assert(
      fc.asyncProperty(tables, fc.nat(), aMethod, requested, async (table, nth, method, path) => {
        const [granted = 'GET', at = '/'] = table[nth % table.length] ?? []
        const app = appOf(table as never, [`${granted} ${at}`])
        const match = app.app.router.match(method, path, true)
        const isThat = match.kind === 'found' && match.route.path === at && match.route.methods[0] === granted
        const wanted = match.kind !== 'found' ? undefined : isThat ? `ran ${at}` : 'refused'
        expect(await outcome(app, method, path)).toBe(wanted)
      }),
      { numRuns: 500 },
    ))

  test('of what is below a path lets in nothing beside it', () =>
    fc.assert(
      fc.asyncProperty(tables, aMethod, requested, async (table, method, path) => {
        const app = appOf(table as never, ['/a/*'])
        const came = await outcome(app, method, path)
        if (!path.startsWith('/a/')) expect(came ?? 'refused').toBe('refused')
      }),
      { numRuns: 500 },
    ))

  it.each(['*', '*x', ':n', 'a/b', 'a?b', `\${x}`, 'são', '%2A', '100%'])(
    'that is printed from what a caller has sent is of that path alone: %s',
    async (sent) => {
      const table = [
        ['GET', '/u/:n'],
        ['GET', '/u/:n/x'],
      ] as const
      const app = appOf(table, [`GET ${printPath('/u/:n', { n: sent })}`])
      expect(await outcome(app, 'GET', '/u/bob')).toBe('refused')
      expect(await outcome(app, 'GET', '/u/bob/x')).toBe('refused')
    },
  )

  it('that is printed is one that answers', async () => {
    const app = appOf([['GET', '/u/:n']], [`GET ${printPath('/u/:n', { n: 'são paulo' })}`])
    expect(await outcome(app, 'GET', '/u/s%C3%A3o%20paulo')).toBe('ran /u/:n')
  })
})
