import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { app as api } from './apps/api.ts'
import { pathsLike } from './apps/choice.ts'
import { httpDifferences } from './apps/difference.ts'
import { appsProject, configText, deployAll, partOf } from './apps/project.ts'
import { functionsOf, permissionsOf } from './platform/functions.ts'
import { httpApisOf, httpAuthorizersOf, httpRoutesOf, httpStagesOf } from './platform/http-api.ts'
import { type Plan, plan } from './platform/plan.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'
import { byType } from './platform/resources.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`HTTP APIs are not planned: ${missing}.`)

const domain = {
  domainName: 'api.example.com',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/c0ffee',
  urlPrefix: 'shop',
  tags: { of: 'domain' },
}

const run = deployAll({
  Single: { app: 'api', configuration: { gateway: 'http', tags: { team: 'shop' }, logRetentionInDays: 7 } },
  Each: { app: 'api', configuration: { gateway: 'http', functions: 'per-route' } },
  Named: {
    app: 'open',
    configuration: {
      gateway: 'http',
      apiGatewayStage: 'v1',
      throttle: { rate: 10, burst: 20 },
      customDomain: domain,
    },
  },
})

describe.skipIf(missing !== undefined)('an HTTP API', () => {
  let project: SstProject
  let single: Plan
  let each: Plan
  let named: Plan
  beforeAll(async () => {
    project = appsProject({ 'sst.config.ts': configText(run) })
    const planned = await plan({ project: project.root, stage: 'prod' })
    single = partOf(planned, 'Single')
    each = partOf(planned, 'Each')
    named = partOf(planned, 'Named')
  })
  afterAll(() => project?.remove())

  const routeOf = (planned: Plan, key: string) =>
    httpRoutesOf(planned).find(({ routeKey }) => routeKey === key)

  test('has a route each, and $default for whatever they leave, on the $default stage', () => {
    const declared = api.routes.list.map(
      ({ methods, path }) =>
        `${methods[0]} ${path.replaceAll(/:(\w+)/g, '{$1}').replace('*rest', '{rest+}')}`,
    )
    const keys = httpRoutesOf(single).map(({ routeKey }) => routeKey)
    expect(keys).toEqual(expect.arrayContaining([...declared, '$default']))
    expect(new Set(keys).size).toBe(keys.length)
    expect(httpStagesOf(single)).toMatchObject([
      { name: '$default', autoDeploy: true, tags: { team: 'shop' } },
    ])
    expect(routeOf(single, '$default')).toMatchObject({ authorization: 'NONE' })
  })

  test('has one integration and one permission for the one function', () => {
    expect(byType(single, 'aws:apigatewayv2/integration:Integration').map(({ inputs }) => inputs)).toEqual([
      expect.objectContaining({
        integrationType: 'AWS_PROXY',
        integrationMethod: 'POST',
        payloadFormatVersion: '2.0',
        integrationUri: single.outputs.function,
      }),
    ])
    for (const { function: called } of httpRoutesOf(single)) expect(called?.arn).toBe(single.outputs.function)
    const [apiItself] = httpApisOf(single)
    const arn = `arn:aws:execute-api:us-east-1:123456789012:${apiItself?.id}`
    const own = httpAuthorizersOf(single).filter(({ type }) => type === 'REQUEST')
    expect(
      permissionsOf(single)
        .map(({ sourceArn }) => sourceArn)
        .sort(),
    ).toEqual([`${arn}/*/*`, ...own.map(({ id }) => `${arn}/authorizers/${id}`)].sort())
    expect(functionsOf(single).map(({ logRetention, tags }) => [logRetention, tags])).toEqual([
      [7, { team: 'shop' }],
      [7, { team: 'shop' }],
    ])
  })

  test('with a function for each route has an integration and a permission for each', () => {
    const routes = httpRoutesOf(each).filter(({ routeKey }) => !routeKey.startsWith('HEAD'))
    const arnOf = (key: string) =>
      each.outputs[`function ${key.replaceAll(/\{(\w+)\}/g, ':$1').replaceAll(/\{(\w+)\+\}/g, '*$1')}`] ??
      each.outputs.function
    for (const { routeKey, function: called } of routes)
      expect([routeKey, called?.arn]).toEqual([routeKey, arnOf(routeKey)])
    expect(byType(each, 'aws:apigatewayv2/integration:Integration')).toHaveLength(api.routes.list.length + 1)
    const all = permissionsOf(each).filter(({ sourceArn }) => sourceArn?.endsWith('/*/*'))
    expect(new Set(all.map(({ function: called }) => called?.arn)).size).toBe(api.routes.list.length + 1)
    expect(all).toHaveLength(api.routes.list.length + 1)
  })

  test('verifies tokens itself, each route with its scopes', () => {
    expect(routeOf(single, 'GET /me')).toMatchObject({
      authorization: 'JWT',
      scopes: [],
      authorizer: {
        type: 'JWT',
        issuer: 'https://id.example.com',
        audiences: ['web', 'app'],
        identitySources: ['$request.header.Authorization'],
      },
    })
    expect(routeOf(single, 'POST /items')).toMatchObject({
      authorization: 'JWT',
      scopes: ['shop/write', 'admin'],
    })
    expect(routeOf(single, 'POST /items')?.authorizer?.id).toBe(routeOf(single, 'GET /me')?.authorizer?.id)
    expect(httpAuthorizersOf(single).filter(({ type }) => type === 'JWT')).toHaveLength(1)
  })

  test('asks IAM, a function elsewhere, or the app’s own', () => {
    expect(routeOf(single, 'DELETE /items/{item}')).toMatchObject({
      authorization: 'AWS_IAM',
      authorizer: undefined,
    })
    expect(routeOf(single, 'GET /staff/{rest+}')).toMatchObject({
      authorization: 'CUSTOM',
      authorizer: {
        type: 'REQUEST',
        ttl: 0,
        identitySources: ['$request.header.X-Door'],
        simpleResponses: false,
      },
    })
    expect(routeOf(single, 'GET /staff/{rest+}')?.authorizer?.resource.inputs.authorizerUri).toBe(
      'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:door/invocations',
    )
    expect(routeOf(single, 'GET /orders/{order}')).toMatchObject({
      authorization: 'CUSTOM',
      authorizer: { type: 'REQUEST', ttl: 45, identitySources: ['$request.header.Authorization'] },
    })
    expect(routeOf(single, 'GET /orders/{order}')?.authorizer?.function?.arn).toBe(
      single.outputs['function members'],
    )
  })

  test.each(['Single', 'Each'])('asks of each request what its route asks (%s)', (name) => {
    const paths = [
      ...api.routes.list.flatMap(({ path }) => pathsLike(path, ['one', 'me'])),
      ...['/nowhere', '/items', '/me/more', '/staff'],
    ]
    expect(httpDifferences(name === 'Single' ? single : each, api, paths)).toEqual([])
  })

  test('answers preflights itself where all routes have one CORS, and leaves them to the app elsewhere', () => {
    expect(httpApisOf(single).map(({ inputs }) => inputs.corsConfiguration)).toEqual([
      {
        allowHeaders: expect.arrayContaining(['X-Shop', 'Authorization', 'Content-Type']),
        allowMethods: ['*'],
        allowOrigins: ['https://web.example.com'],
        exposeHeaders: [],
        maxAge: 600,
      },
    ])
    const [other] = httpApisOf(named)
    expect(other?.inputs.corsConfiguration).toBeUndefined()
  })

  test('has a stage of another name, its throttle, and a domain with a prefix', () => {
    expect(httpStagesOf(named)).toMatchObject([
      { name: 'v1', throttle: { throttlingRateLimit: 10, throttlingBurstLimit: 20 } },
    ])
    expect(byType(named, 'aws:apigatewayv2/domainName:DomainName').map(({ inputs }) => inputs)).toMatchObject(
      [
        {
          domainName: 'api.example.com',
          tags: { of: 'domain' },
          domainNameConfiguration: { certificateArn: domain.certificateArn, securityPolicy: 'TLS_1_2' },
        },
      ],
    )
    expect(byType(named, 'aws:apigatewayv2/apiMapping:ApiMapping').map(({ inputs }) => inputs)).toMatchObject(
      [{ apiMappingKey: 'shop', stage: 'v1' }],
    )
    expect(named.outputs.url).toBe('https://api.example.com/shop/')
  })

  test('prints the URL, and a curl that tries it', () => {
    const [shown] = httpStagesOf(single)
    const base = shown?.url.replace(/\/$/, '')
    expect(String(single.outputs.url).replace(/\/$/, '')).toBe(base)
    expect(single.outputs.curl).toBe(`curl -i ${base}/`)
  })
})
