import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { functionsOf, functionUrlsOf, permissionsOf } from '../platform/functions.ts'
import { httpApisOf, httpAuthorizersOf, httpRoutesOf, httpStagesOf } from '../platform/http-api.ts'
import { type Plan, plan } from '../platform/plan.ts'
import { missingPlatform, type SstProject, sstProject } from '../platform/project.ts'
import { gatewayResponsesOf, methodsOf, usagePlansOf } from '../platform/rest-api.ts'
import { roleAt } from '../platform/roles.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`The plan harness is not tried: ${missing}.`)

const PROGRAM = `
  const api = new sst.aws.ApiGatewayV2('Api')
  const door = api.addAuthorizer({ name: 'Door', lambda: { function: 'index.handler', ttl: '30 seconds' } })
  const pool = api.addAuthorizer({ name: 'Pool', jwt: { issuer: 'https://id.example.com', audiences: ['app'] } })
  api.route('GET /open', 'index.handler')
  api.route('GET /cities/{city}', 'index.handler', { auth: { lambda: door.id } })
  api.route('POST /cities', 'index.handler', { auth: { jwt: { authorizer: pool.id, scopes: ['write'] } } })
  api.route('$default', 'index.handler', { auth: { iam: true } })
  new sst.aws.Function('Alone', {
    handler: 'index.handler',
    url: { authorization: 'iam', cors: false },
    architecture: 'arm64',
    permissions: [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::b/*'] }],
    transform: { role: { permissionsBoundary: 'arn:aws:iam::123456789012:policy/Boundary' } },
  })
  const rest = new sst.aws.ApiGatewayV1('Rest')
  rest.route('GET /', 'index.handler', { auth: { iam: true } })
  rest.deploy()
  const usage = rest.addUsagePlan('Usage', { quota: { limit: 5, period: 'day' } })
  usage.addApiKey('Given', { value: 'a-value-of-at-least-20-letters' })
  return { url: api.url }`

describe.skipIf(missing !== undefined)('a plan of an HTTP API, a function URL and the rest', () => {
  let project: SstProject
  let planned: Plan
  beforeAll(async () => {
    project = sstProject({
      'sst.config.ts': `export default $config({ app: () => ({ name: 'probe', home: 'aws' }), async run() { ${PROGRAM} } })`,
      'index.ts': 'export const handler = async () => ({ statusCode: 200 })\n',
    })
    planned = await plan({ project: project.root, stage: 'qa', environment: { AWS_REGION: 'eu-central-1' } })
  })
  afterAll(() => project?.remove())

  test('has the routes, with who lets a caller in and what answers', () => {
    const routes = httpRoutesOf(planned).map((route) => ({
      key: route.routeKey,
      authorization: route.authorization,
      authorizer: route.authorizer?.type,
      scopes: route.scopes,
      version: route.payloadFormatVersion,
      handler: route.function?.build?.handler,
    }))
    const same = { version: '2.0', handler: 'index.handler' }
    expect(routes).toEqual([
      { key: '$default', authorization: 'AWS_IAM', authorizer: undefined, scopes: [], ...same },
      { key: 'GET /cities/{city}', authorization: 'CUSTOM', authorizer: 'REQUEST', scopes: [], ...same },
      { key: 'GET /open', authorization: 'NONE', authorizer: undefined, scopes: [], ...same },
      { key: 'POST /cities', authorization: 'JWT', authorizer: 'JWT', scopes: ['write'], ...same },
    ])
  })

  test('has the authorizers, and the stage at the root of the URL in its region', () => {
    expect(httpAuthorizersOf(planned)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'JWT', issuer: 'https://id.example.com', audiences: ['app'] }),
        expect.objectContaining({
          type: 'REQUEST',
          ttl: 30,
          simpleResponses: true,
          payloadFormatVersion: '2.0',
        }),
      ]),
    )
    expect(httpStagesOf(planned)).toMatchObject([
      { name: '$default', url: `${planned.outputs.url}/`, autoDeploy: true },
    ])
    expect(planned.outputs.url).toBe(
      `https://${httpApisOf(planned)[0]?.id}.execute-api.eu-central-1.amazonaws.com`,
    )
  })

  test('has the function URL, and the role of its function', () => {
    expect(functionUrlsOf(planned)).toMatchObject([
      {
        url: expect.stringMatching(/^https:\/\/[a-z0-9]{32}\.lambda-url\.eu-central-1\.on\.aws\/$/),
        authorization: 'AWS_IAM',
        cors: undefined,
        function: { name: 'Alone', architecture: 'arm64' },
      },
    ])
    const role = roleAt(planned, functionsOf(planned).find(({ name }) => name === 'Alone')?.role)
    expect(role?.policies.map(({ statements }) => statements)).toEqual([
      [
        expect.objectContaining({
          effect: 'Allow',
          actions: ['s3:GetObject'],
          resources: ['arn:aws:s3:::b/*'],
        }),
      ],
    ])
    expect(role?.permissionsBoundary).toBe('arn:aws:iam::123456789012:policy/Boundary')
    expect(permissionsOf(planned).filter((permission) => permission.function?.name === 'Alone')).toEqual([])
  })

  test('has what a gateway answers by itself, preflights, quotas and keys', () => {
    expect(
      gatewayResponsesOf(planned).map(({ type, headers }) => [type, headers['Access-Control-Allow-Origin']]),
    ).toEqual([
      ['DEFAULT_4XX', "'*'"],
      ['DEFAULT_5XX', "'*'"],
    ])
    expect(methodsOf(planned)).toMatchObject([
      { method: 'GET', path: '/', authorization: 'AWS_IAM', integrationType: 'AWS_PROXY' },
      { method: 'OPTIONS', path: '/', authorization: 'NONE', integrationType: 'MOCK', function: undefined },
    ])
    expect(usagePlansOf(planned)).toMatchObject([
      { quota: { limit: 5, period: 'DAY' }, keys: [{ value: 'a-value-of-at-least-20-letters' }] },
    ])
  })
})
