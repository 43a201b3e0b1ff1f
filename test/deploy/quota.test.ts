import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as E from '#fp/Either'
import { restMethods } from '../../deploy/gateway-method.ts'
import type { GatewayMethod } from '../../deploy/place.ts'
import { outlineOf } from '../../src/outline.ts'
import { pathsLike } from './apps/choice.ts'
import { httpDifferences, restDifferences } from './apps/difference.ts'
import { app, many } from './apps/many.ts'
import { appsProject, configText, partOf } from './apps/project.ts'
import { functionsOf, permissionsOf } from './platform/functions.ts'
import { httpRoutesOf } from './platform/http-api.ts'
import { type Plan, plan } from './platform/plan.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'
import { byType, strings } from './platform/resources.ts'
import { methodsOf } from './platform/rest-api.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`300 routes are not planned: ${missing}.`)

// "Amazon API Gateway quotas": 300 resources a REST API, 300 routes an HTTP API. The policy of a function, where its
// permissions are, holds 20,480 bytes: about 59.
const QUOTA = 300

const refused = (appName: string, call: string): string => `
  try { deploy(${call}); refusals.${appName} = 'nothing' } catch (error) { refusals.${appName} = error.message }`

const run = `
  const { app, many } = await import('./many.ts')
  const refusals = {}
  const handler = 'many.handler'
  const deployed = {
    Rest: deploy(app, handler, { appName: 'Rest' }),
    Http: deploy(many(300, 0), handler, { appName: 'Http', gateway: 'http' }),
  }
  ${refused('short', `many(400, 400), handler, { appName: 'Short', apiGatewayQuota: 401 }`)}
  ${refused('guarded', `many(301, 301), handler, { appName: 'Guarded' }`)}
  ${refused('perRoute', `many(301, 0), handler, { appName: 'PerRoute', functions: 'per-route' }`)}
  ${refused('keys', `many(301, 301), handler, { appName: 'Keys', gateway: 'http' }`)}
  ${refused('perRouteHttp', `many(301, 0), handler, { appName: 'PerRouteHttp', gateway: 'http', functions: 'per-route' }`)}
  return { ...deployed, refusals }`

test('400 guarded routes have a resource each where the quota has been raised to that', () => {
  const outline = outlineOf(many(400, 400))
  const methods = E.getOrElse((why: string): ReadonlyArray<GatewayMethod> => expect.fail(why))(
    restMethods(outline, true, 402),
  )
  expect(methods.filter(({ guard }) => guard?.apiKey)).toEqual(
    outline.routes.flatMap(({ path }) =>
      ['GET', 'HEAD'].map((method) => expect.objectContaining({ path, method })),
    ),
  )
  // The root and what takes all other paths are two of them.
  expect(restMethods(outline, true, 401)).toEqual(
    E.left(expect.stringContaining('the routes need 402: have AWS raise the quota')),
  )
})

describe.skipIf(missing !== undefined)('an app of 300 routes', () => {
  let project: SstProject
  let planned: Plan
  beforeAll(async () => {
    project = appsProject({ 'sst.config.ts': configText(run) })
    planned = await plan({ project: project.root, stage: 'prod' })
  })
  afterAll(() => project?.remove())

  test('fits a REST API, by one function and one permission', () => {
    const rest = partOf(planned, 'Rest')
    const resources = byType(rest, 'aws:apigateway/resource:Resource')
    // The root is one as well, and there without being made.
    expect(resources.length + 1).toBeLessThanOrEqual(QUOTA)
    const paths = new Set(methodsOf(rest).map(({ path }) => path))
    for (const { outputs } of resources) expect(paths).toContain(outputs.path)
    expect(functionsOf(rest)).toHaveLength(1)
    expect(permissionsOf(rest)).toHaveLength(1)
  })

  test('has its guarded routes there by their own paths, and the others by whatever is left', () => {
    expect(methodsOf(partOf(planned, 'Rest'))).toContainEqual(
      expect.objectContaining({ method: 'GET', path: '/things-39', apiKeyRequired: true }),
    )
    const paths = app.routes.list.flatMap(({ path }) => pathsLike(path, ['page', 'things-1']))
    expect(restDifferences(partOf(planned, 'Rest'), app, paths)).toEqual([])
  })

  test('fits an HTTP API, by one function, one integration and one permission', () => {
    const http = partOf(planned, 'Http')
    expect(httpRoutesOf(http).length).toBeLessThanOrEqual(QUOTA)
    expect(httpRoutesOf(http).map(({ routeKey }) => routeKey)).toContain('$default')
    expect(byType(http, 'aws:apigatewayv2/integration:Integration')).toHaveLength(1)
    expect(permissionsOf(http)).toHaveLength(1)
    const same = many(300, 0)
    expect(
      httpDifferences(
        http,
        same,
        same.routes.list.map(({ path }) => path),
      ),
    ).toEqual([])
  })

  test('is refused where it cannot fit, with the quota and what to do', () => {
    const refusals = Object.entries(Object(planned.outputs.refusals))
    const messages = Object.fromEntries(refusals.map(([name, message]) => [name, String(message)]))
    expect(messages.guarded).toMatch(
      /gateway 'rest' has 300 resources and the routes need 303: .*apiGatewayQuota.* split/,
    )
    expect(messages.perRoute).toMatch(/gateway 'rest' has 300 resources and .* split the app/)
    expect(messages.perRouteHttp).toMatch(/gateway 'http' has 300 routes and .* split the app/)
    expect(messages.keys).toMatch(
      /GET \/things-0, GET \/things-1 and 299 more need apiKey\(\), which gateway 'http' cannot do: it takes 'rest'/,
    )
    expect(messages.short).toMatch(/gateway 'rest' has 401 resources and the routes need 402: /)
  })

  test('leaves nothing behind of what is refused', () => {
    const names = planned.resources
      .map(({ name }) => name)
      .filter((name) => /^(Guarded|PerRoute|Keys|Short)/.test(name))
    expect(strings(names)).toEqual([])
  })
})
