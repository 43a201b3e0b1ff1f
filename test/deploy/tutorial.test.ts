import { join } from 'node:path'
import type { App } from 'calix'
import { beforeAll, describe, expect, test } from 'vitest'
import { pathsLike, restChoice } from './apps/choice.ts'
import { restDifferences } from './apps/difference.ts'
import { restGuard } from './apps/guard.ts'
import { OCCASIONS } from './apps/occasions.ts'
import { TUTORIAL_GUARDS } from './apps/tutorial-guards.ts'
import { functionsOf, permissionsOf } from './platform/functions.ts'
import { type Plan, plan } from './platform/plan.ts'
import { missingPlatform } from './platform/project.ts'
import { byType, record } from './platform/resources.ts'
import {
  authorizersOf,
  gatewayResponsesOf,
  methodsOf,
  restApisOf,
  restStagesOf,
  usagePlansOf,
} from './platform/rest-api.ts'
import { roleAt, rolesOf } from './platform/roles.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`The tutorial's deployment is not planned: ${missing}.`)

const repository = join(import.meta.dirname, '../..')
const STAGES = ['dev', 'qa', 'prod'] as const

describe.skipIf(missing !== undefined)('the tutorial’s sst.config.ts', () => {
  let app: App
  let handler: (event: unknown) => Promise<unknown>
  const plans = new Map<string, Plan>()
  const planFor = (stage: string): Plan => {
    const found = plans.get(stage)
    if (found === undefined) throw new Error(`${stage} has not been planned`)
    return found
  }

  beforeAll(async () => {
    const tutorial = await import('../../examples/tutorial/app.ts')
    app = tutorial.app
    handler = tutorial.handler
    await Promise.all(
      STAGES.map(async (stage) => plans.set(stage, await plan({ project: repository, stage }))),
    )
  })

  describe.each(STAGES)('stage %s', (stage) => {
    test('has every route, each by its own method and path', () => {
      const planned = methodsOf(planFor(stage)).map(({ method, path }) => `${method} ${path}`)
      const declared = app.routes.list.flatMap(({ methods, path }) =>
        methods.map((method) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
      )
      expect(declared.length).toBeGreaterThan(15)
      expect(planned).toEqual(expect.arrayContaining(declared))
      expect(new Set(planned).size).toBe(planned.length)
    })

    test('leaves other methods and other paths to the app', () => {
      const methods = methodsOf(planFor(stage))
      const resources = byType(planFor(stage), 'aws:apigateway/resource:Resource')
      const paths = ['/', ...resources.map(({ outputs }) => String(outputs.path))]
      expect(paths).toContain('/{proxy+}')
      for (const path of paths)
        expect(methods).toContainEqual(expect.objectContaining({ method: 'ANY', path }))
    })

    test('calls the one function by the proxy integration', () => {
      for (const { function: called, integrationType, integration } of methodsOf(planFor(stage))) {
        expect(called?.name).toBe('TutorialFunction')
        expect(integrationType).toBe('AWS_PROXY')
        expect(integration?.inputs.integrationHttpMethod).toBe('POST')
      }
    })

    test('guards each authenticated route, and its HEAD, by its own authorizer', () => {
      const guarded = methodsOf(planFor(stage)).filter((each) => restGuard(each).length > 0)
      expect(guarded).toMatchObject(TUTORIAL_GUARDS)
      expect(authorizersOf(planFor(stage))).toHaveLength(3)
    })

    test('asks of each request what the route asks that the app would choose', () => {
      const paths = [
        ...new Set(app.routes.list.flatMap(({ path }) => pathsLike(path, ['seattle', 'introspect']))),
        ...['/nowhere', '/authenticated/more', '/iam-role/a/b', '/cities', '/cities/seattle/population/more'],
      ]
      expect(restDifferences(planFor(stage), app, paths)).toEqual([])
    })

    test('has no way around a guard: a path that only calix reads as the route’s is refused', async () => {
      const open = methodsOf(planFor(stage)).filter((each) => restGuard(each).length === 0)
      const guarded = app.routes.list.filter(({ authorizers = [] }) => authorizers.length > 0)
      expect(guarded).toHaveLength(5)
      for (const { path } of guarded)
        for (const resource of new Set(open.map((each) => each.path)))
          for (const httpMethod of ['GET', 'HEAD', 'OPTIONS']) {
            if (resource === path && httpMethod !== 'OPTIONS') continue
            const event = {
              resource,
              path: `${path}/`,
              httpMethod,
              requestContext: { resourcePath: resource, httpMethod, path: `/${stage}${path}/` },
            }
            const answer = record(await handler(event))
            const expected = httpMethod === 'OPTIONS' ? [204, 405] : [401]
            expect(expected, `${httpMethod} ${path}/ by ${resource}`).toContain(answer.statusCode)
          }
    })

    test('leaves every OPTIONS open, for preflights', () => {
      const methods = methodsOf(planFor(stage))
      for (const { path } of methods) {
        const chosen = restChoice(methods, 'OPTIONS', path)
        expect([path, chosen && restGuard(chosen)]).toEqual([path, []])
      }
    })

    test('has one permission for the function, whatever the method, and one for the authorizer', () => {
      const { id } = restApisOf(planFor(stage))[0] ?? {}
      const [authorizer] = authorizersOf(planFor(stage)).filter(({ type }) => type === 'REQUEST')
      const arn = `arn:aws:execute-api:us-east-1:123456789012:${id}`
      expect(
        permissionsOf(planFor(stage)).map(({ function: called, ...rest }) => [called?.name, rest]),
      ).toEqual([
        ['TutorialFunction', expect.objectContaining({ sourceArn: `${arn}/*/*` })],
        [
          'TutorialAuthorizerDemo',
          expect.objectContaining({ sourceArn: `${arn}/authorizers/${authorizer?.id}` }),
        ],
      ])
      for (const { action, principal } of permissionsOf(planFor(stage))) {
        expect(action).toBe('lambda:InvokeFunction')
        expect(principal).toBe('apigateway.amazonaws.com')
      }
    })

    test('has an API key with a usage plan of the stage', () => {
      expect(usagePlansOf(planFor(stage))).toMatchObject([
        { stages: [stage], throttle: {}, quota: {}, keys: [{ name: expect.stringContaining('Default') }] },
      ])
      const [{ keys = [] } = {}] = usagePlansOf(planFor(stage))
      expect(planFor(stage).outputs['apiKey default']).toBe(keys[0]?.id)
    })

    test('has a function each for routes and authorizer, on arm64, as the stage says', () => {
      const memory = stage === 'prod' ? 1024 : 512
      const retention = stage === 'prod' ? 365 : 30
      expect(functionsOf(planFor(stage)).map(({ name }) => name)).toEqual([
        'TutorialAuthorizerDemo',
        'TutorialFunction',
      ])
      for (const each of functionsOf(planFor(stage)))
        expect(each).toMatchObject({
          memory,
          timeout: 29,
          architecture: 'arm64',
          runtime: 'nodejs24.x',
          environment: stage === 'qa' ? { DEBUG: '1' } : {},
          tags: { project: 'calix-tutorial' },
          layers: [],
          reservedConcurrency: undefined,
          vpc: {},
          logRetention: retention,
          tracing: stage === 'prod' ? 'Active' : undefined,
          build: { handler: 'examples/tutorial/app.handler', links: {} },
        })
    })

    test('has roles that Lambda alone takes on, for logs and on prod for traces, and for nothing else', () => {
      expect(rolesOf(planFor(stage))).toHaveLength(2)
      for (const { role } of functionsOf(planFor(stage))) {
        const found = roleAt(planFor(stage), role)
        expect(found?.trust.document).toEqual({
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        })
        expect(found?.managed).toEqual(['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'])
        const tracing = {
          effect: 'Allow',
          actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
          resources: ['*'],
        }
        expect(found?.policies.flatMap(({ statements }) => statements)).toMatchObject(
          stage === 'prod' ? [tracing] : [],
        )
      }
    })

    test('answers as the app does where the gateway answers itself', async () => {
      const responses = gatewayResponsesOf(planFor(stage))
      expect(Object.fromEntries(responses.map(({ type, statusCode }) => [type, statusCode]))).toEqual(
        OCCASIONS,
      )
      const own = record(
        await handler({
          resource: '/{proxy+}',
          path: '/nowhere',
          httpMethod: 'GET',
          requestContext: { path: '/nowhere' },
        }),
      )
      const shape = Object.keys(JSON.parse(String(own.body)))
      expect(shape).toEqual(['Code', 'Message'])
      for (const { templates, headers } of responses) {
        expect(Object.keys(templates)).toEqual(['application/json'])
        expect(Object.keys(JSON.parse(String(templates['application/json'])))).toEqual(shape)
        // The tutorial has several origins, of which a gateway can only repeat the caller's.
        expect(headers).toMatchObject({
          'access-control-allow-origin': 'method.request.header.Origin',
          'access-control-expose-headers': "'X-Special-Header'",
          vary: "'Origin'",
        })
        expect(headers).not.toHaveProperty('access-control-allow-credentials')
      }
    })

    test('passes bodies as they are, by a regional API without SST’s own CORS', () => {
      expect(restApisOf(planFor(stage)).map(({ inputs }) => inputs)).toEqual([
        expect.objectContaining({
          binaryMediaTypes: ['*/*'],
          endpointConfiguration: { types: 'REGIONAL' },
          tags: { project: 'calix-tutorial' },
        }),
      ])
      expect(restApisOf(planFor(stage))[0]?.inputs).not.toHaveProperty('minimumCompressionSize')
      expect(byType(planFor(stage), 'integrationResponse:IntegrationResponse')).toEqual([])
    })

    test('is deployed to the stage, once everything it consists of is there', () => {
      const [shown] = restStagesOf(planFor(stage))
      expect(shown).toMatchObject({
        name: stage,
        xray: stage === 'prod',
        tags: { project: 'calix-tutorial' },
      })
      const { dependencies = [] } = shown?.deployment ?? {}
      const parts = ['method:Method', 'integration:Integration', 'response:Response'].flatMap((type) =>
        byType(planFor(stage), `aws:apigateway/${type}`),
      )
      expect(parts.length).toBeGreaterThan(50)
      expect(dependencies).toEqual(expect.arrayContaining(parts.map(({ urn }) => urn)))
    })

    test('prints the URL, a curl that tries it, and the functions', () => {
      const [shown] = restStagesOf(planFor(stage))
      const [demo, api] = functionsOf(planFor(stage))
      expect(planFor(stage).outputs).toMatchObject({
        url: `${shown?.url}/`,
        curl: `curl -i ${shown?.url}/`,
        function: api?.arn,
        'function demo': demo?.arn,
      })
    })
  })
})
