import { authorize, authorizer, calix, get, lambda, route, UnauthorizedError } from 'calix'
import { pipe } from 'fp-ts/function'
import { describe, expect, test } from 'vitest'
import { serving } from '../support/serving.ts'
import { call } from './call.ts'
import { request } from './request.ts'

/** Authorizers that grant what they are asked for, unless it is secret: what they compare is the path that they are told. */
const cautious = (of: 'arn' | 'route') => {
  const asked: string[] = []
  const given = authorizer(
    ({ method, methodArn, path }) => {
      asked.push(path)
      if (path.includes('secret')) throw new UnauthorizedError('Not that')
      const statement = {
        Effect: 'Allow',
        Action: 'execute-api:Invoke',
        Resource: methodArn,
      } as const
      return of === 'arn'
        ? {
            principalId: 'ada',
            policyDocument: { Version: '2012-10-17', Statement: [statement] },
          }
        : { principalId: 'ada', routes: [`${method} ${path}`] }
    },
    { name: of, header: 'X-Token' },
  )
  const app = calix(
    { name: 'cautious', log: () => {} },
    route(pipe(get('/files/*rest'), authorize(given)), ({ params }) => params.rest),
  )
  return { asked, app }
}

describe.each(['rest', 'http', '1.0'] as const)('payload %s', (payload) => {
  describe.each(['arn', 'route'] as const)('an authorizer that grants the %s that it is asked for', (of) => {
    const status = async (url: string, path: string, token = path): Promise<number> =>
      (await call(url, request(path, [['x-token', token]]))).status

    test('is told the path as handlers read it', async () => {
      const { app, asked } = cautious(of)
      const { url } = await serving(lambda(app), { payload })
      expect(await status(url, '/files/a')).toBe(200)
      for (const path of ['/files/secret', '/files/secre%74', '/files/%73ecret', '/f%69les/secret'])
        expect(await status(url, path)).toBe(401)
      expect(asked).toEqual(['/files/a', ...Array.from({ length: 4 }, () => '/files/secret')])
    })

    test.each([
      '/files/*',
      '/files/%2A',
      '/files/s%3Fcret',
      '/files/s*',
      '/*',
      `/files/$${'{'}aws:username}`,
    ])('%s in a path opens nothing else', async (path) => {
      const { app } = cautious(of)
      const { url } = await serving(lambda(app), { payload })
      // One token, so that whatever is granted is remembered.
      expect(await status(url, path, 'token')).toBeGreaterThanOrEqual(401)
      expect(await status(url, '/files/secret', 'token')).toBe(401)
      expect(await status(url, '/files/a', 'token')).toBe(200)
      expect(await status(url, '/files/secret', 'token')).toBe(403)
    })
  })
})
