import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appsProject, configText, deployCall } from './apps/project.ts'
import { functionsOf, permissionsOf } from './platform/functions.ts'
import { type Plan, plan } from './platform/plan.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'
import { authorizersOf, methodsOf, restApisOf, usagePlansOf } from './platform/rest-api.ts'
import { roleAt } from './platform/roles.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`A function for each route is not planned: ${missing}.`)

const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::shop/*' }],
}

const configuration = {
  functions: 'per-route',
  lambdaMemorySize: 256,
  lambdaTimeout: 20,
  stages: {
    prod: {
      environmentVariables: { STAGE: 'prod' },
      lambdaFunctions: {
        'GET /items/:item': {
          lambdaMemorySize: 2048,
          lambdaTimeout: 5,
          autogenPolicy: false,
          iamPolicyFile: 'policies/items.json',
          handler: 'items.handler',
          environmentVariables: { ITEMS: 'many' },
        },
        members: { lambdaMemorySize: 192 },
        api: { lambdaTimeout: 3 },
      },
    },
  },
}

const ROUTES = [
  'GET /',
  'GET /items/:item',
  'POST /items',
  'DELETE /items/:item',
  'GET /orders/:order',
  'GET /account',
  'POST /account',
  'ANY /staff/*rest',
]

describe.skipIf(missing !== undefined)('a function for each route', () => {
  let project: SstProject
  let planned: Plan
  beforeAll(async () => {
    project = appsProject({
      'sst.config.ts': configText(`return ${deployCall({ app: 'shop', configuration })}`),
      'policies/items.json': JSON.stringify(policy),
      'items.ts': "export { handler } from './shop.ts'",
    })
    planned = await plan({ project: project.root, stage: 'prod' })
  })
  afterAll(() => project?.remove())

  const arnOf = (name: string): unknown => planned.outputs[`function ${name}`]
  const functionOf = (name: string) => functionsOf(planned).find(({ arn }) => arn === arnOf(name))

  test('is planned and printed, with one for whatever no route answers and one for the authorizer', () => {
    const arns = [...ROUTES, 'members'].map(arnOf)
    expect(new Set([...arns, planned.outputs.function])).toEqual(
      new Set(functionsOf(planned).map(({ arn }) => arn)),
    )
    expect(functionsOf(planned)).toHaveLength(ROUTES.length + 2)
  })

  test('answers its route', () => {
    const called = (method: string, path: string) =>
      methodsOf(planned).find((each) => each.method === method && each.path === path)?.function?.arn
    for (const route of ROUTES) {
      const [method = '', path = ''] = route.split(' ')
      const template = path.replaceAll(/:(\w+)/g, '{$1}').replace('*rest', '{rest+}')
      expect([route, called(method, template)]).toEqual([route, arnOf(route)])
    }
    expect(called('HEAD', '/items/{item}')).toBe(arnOf('GET /items/:item'))
    expect(called('ANY', '/{proxy+}')).toBe(planned.outputs.function)
    expect(called('ANY', '/items')).toBe(planned.outputs.function)
  })

  test('has its own options over those of the stage', () => {
    expect(functionOf('GET /items/:item')).toMatchObject({
      memory: 2048,
      timeout: 5,
      environment: { STAGE: 'prod', ITEMS: 'many' },
      build: { handler: 'items.handler' },
    })
    expect(functionOf('POST /items')).toMatchObject({
      memory: 256,
      timeout: 20,
      environment: { STAGE: 'prod' },
      build: { handler: 'shop.handler' },
    })
    expect(functionOf('members')).toMatchObject({ memory: 192, timeout: 20 })
    expect(functionsOf(planned).find(({ arn }) => arn === planned.outputs.function)).toMatchObject({
      memory: 256,
      timeout: 3,
    })
  })

  test('is bundled apart', () => {
    expect(planned.builds.map(({ functionID }) => functionID).sort()).toEqual(
      functionsOf(planned)
        .map(({ name }) => name)
        .sort(),
    )
    expect(new Set(functionsOf(planned).map(({ name }) => name)).size).toBe(ROUTES.length + 2)
  })

  test('has a role of its own, with its own policy and no other’s', () => {
    const roles = functionsOf(planned).map(({ arn, role }) => ({ arn, role: roleAt(planned, role) }))
    expect(new Set(roles.map(({ role }) => role?.arn)).size).toBe(ROUTES.length + 2)
    for (const { arn, role } of roles) {
      const isItems = arn === arnOf('GET /items/:item')
      expect(role?.policies.map(({ document }) => document)).toEqual(isItems ? [policy] : [])
      expect(role?.trust.statements).toMatchObject([{ principal: { Service: 'lambda.amazonaws.com' } }])
    }
  })

  test('is called by one permission of the API’s; the authorizers by the authorizers’ own', () => {
    const { id } = restApisOf(planned)[0] ?? {}
    const api = `arn:aws:execute-api:us-east-1:123456789012:${id}`
    const routes = permissionsOf(planned).filter(({ sourceArn }) => sourceArn === `${api}/*/*`)
    expect(routes.map(({ function: called }) => called?.arn).sort()).toEqual(
      [...ROUTES.map(arnOf), planned.outputs.function].sort(),
    )
    const others = permissionsOf(planned).filter(({ sourceArn }) => sourceArn !== `${api}/*/*`)
    const sources = authorizersOf(planned)
      .filter(({ type }) => type !== 'COGNITO_USER_POOLS')
      .map((authorizer) => `${api}/authorizers/${authorizer.id}`)
    expect(others.map(({ sourceArn }) => sourceArn).sort()).toEqual(sources.sort())
    expect(sources).toHaveLength(2)
  })

  test('is guarded as it is declared', () => {
    const methods = methodsOf(planned)
    const found = (method: string, path: string) =>
      methods.find((each) => each.method === method && each.path === path)
    expect(found('POST', '/items')).toMatchObject({ authorization: 'NONE', apiKeyRequired: true })
    expect(found('DELETE', '/items/{item}')).toMatchObject({ authorization: 'AWS_IAM', apiKeyRequired: true })
    expect(found('GET', '/items/{item}')).toMatchObject({ authorization: 'NONE', apiKeyRequired: false })
    expect(found('GET', '/account')).toMatchObject({
      authorization: 'COGNITO_USER_POOLS',
      scopes: ['shop/read'],
    })
    expect(found('POST', '/account')).toMatchObject({ scopes: ['shop/write'] })
    expect(found('POST', '/account')?.authorizer?.id).toBe(found('GET', '/account')?.authorizer?.id)
    expect(found('ANY', '/staff/{rest+}')).toMatchObject({
      authorization: 'CUSTOM',
      authorizer: { type: 'TOKEN', ttl: 0, identitySource: 'method.request.header.X-Door' },
    })
    expect(found('GET', '/orders/{order}')).toMatchObject({
      authorization: 'CUSTOM',
      authorizer: { type: 'REQUEST', ttl: 30, identitySource: 'method.request.header.X-Member' },
    })
    expect(found('GET', '/orders/{order}')?.authorizer?.function?.arn).toBe(arnOf('members'))
    expect(usagePlansOf(planned)).toMatchObject([{ stages: ['prod'], keys: [{}] }])
  })
})
