import { apiKey, authorize, authorizer, calix, cognito, custom, get, iam, jwt, route, routes } from 'calix'
import { pipe } from 'fp-ts/function'
import { expect, test } from 'vitest'
import { openapi } from '../../src/openapi/index.ts'

const nothing = (): never => {
  throw new Error('No document needs a handler')
}

const users = cognito({
  userPoolArns: ['arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abc'],
})
const readers = cognito({
  userPoolArns: ['arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abc'],
  scopes: ['shop/read'],
})
const staff = jwt({ issuer: 'https://login.example.com', audience: ['staff', 'admin'], header: 'x-token' })
const company = custom({ arn: 'arn:aws:lambda:eu-central-1:123456789012:function:authorizer' })
const demo = authorizer(() => ({ principalId: 'ada', routes: ['*'] }), { name: 'demo', header: 'x-demo' })

const app = calix(
  {},
  pipe(
    routes(
      pipe(route(get('/open'), nothing), authorize()),
      pipe(route(get('/key'), nothing), authorize(apiKey())),
      pipe(route(get('/signed'), nothing), authorize(iam())),
      pipe(route(get('/user'), nothing), authorize(users)),
      pipe(route(get('/reader'), nothing), authorize(readers, apiKey())),
      pipe(route(get('/staff'), nothing), authorize(staff)),
      pipe(route(get('/company'), nothing), authorize(company)),
      route(get('/demo'), nothing),
    ),
    authorize(demo),
  ),
)

const { components, paths } = openapi(app, { version: '1.0.0' })

test('each authorizer is a scheme', () => {
  expect(components.securitySchemes).toEqual({
    'api-key': { type: 'apiKey', in: 'header', name: 'x-api-key', description: expect.any(String) },
    iam: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description: expect.any(String),
      'x-amazon-apigateway-authtype': 'awsSigv4',
    },
    cognito: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'A token of arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abc.',
    },
    jwt: {
      type: 'apiKey',
      in: 'header',
      name: 'x-token',
      description: 'A token of https://login.example.com for staff or admin.',
    },
    custom: { type: 'apiKey', in: 'header', name: 'Authorization', description: expect.any(String) },
    demo: { type: 'apiKey', in: 'header', name: 'x-demo', description: expect.any(String) },
  })
})

test.each([
  ['/open', undefined, []],
  ['/key', [{ 'api-key': [] }], ['403']],
  ['/signed', [{ iam: [] }], ['403']],
  ['/user', [{ cognito: [] }], ['401']],
  ['/reader', [{ cognito: ['shop/read'], 'api-key': [] }], ['401', '403']],
  ['/staff', [{ jwt: [] }], ['401']],
  ['/company', [{ custom: [] }], ['401', '403']],
  ['/demo', [{ demo: [] }], ['401', '403']],
] as const)('%s asks for %j and may refuse', (path, security, refusals) => {
  const operation = paths[path]?.get
  expect(operation?.security).toEqual(security)
  expect(Object.keys(operation?.responses ?? {})).toEqual(['200', ...refusals, '500'])
})

test('an app that asks for nothing has no schemes', () => {
  const open = openapi(calix({}, route(get('/'), nothing)), { version: '1.0.0' })
  expect(open.components).not.toHaveProperty('securitySchemes')
})
