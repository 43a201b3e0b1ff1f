import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathsLike, restChoice } from './apps/choice.ts'
import { httpDifferences, restDifferences } from './apps/difference.ts'
import { restGuard } from './apps/guard.ts'
import { app } from './apps/hard.ts'
import { appsProject, configText, deployAll, partOf } from './apps/project.ts'
import { functionsOf } from './platform/functions.ts'
import { httpRoutesOf } from './platform/http-api.ts'
import { type Plan, plan } from './platform/plan.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'
import { byType } from './platform/resources.ts'
import { methodsOf, usagePlansOf } from './platform/rest-api.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`Guards of overlapping routes are not planned: ${missing}.`)

const run = deployAll({
  Rest: { app: 'hard' },
  Http: { app: 'hard', configuration: { gateway: 'http' } },
  NamedRest: {
    app: 'names',
    configuration: { functions: 'per-route', apiKeys: { 'web-app': {}, webApp: {}, WebApp: {} } },
  },
  NamedHttp: { app: 'names', configuration: { functions: 'per-route', gateway: 'http' } },
  Characters: { app: 'characters' },
})

/** All paths that are made of the routes' words, and of words that no route has. */
const PATHS = [
  ...new Set([
    ...app.routes.list.flatMap(({ path }) =>
      pathsLike(path, ['a', 'b', 'c', 'e', 'f', 'health', 'own', 'zzz']),
    ),
    ...['', '/a', '/b', '/zzz'].flatMap((start) =>
      ['b', 'c', 'd', 'e', 'f', 'zzz'].flatMap((second) => [
        `${start}/${second}`,
        ...['b', 'f', 'zzz'].map((third) => `${start}/${second}/${third}`),
      ]),
    ),
  ]),
]

describe.skipIf(missing !== undefined)('routes that overlap', () => {
  let project: SstProject
  let planned: Plan
  beforeAll(async () => {
    project = appsProject({ 'sst.config.ts': configText(run) })
    planned = await plan({ project: project.root, stage: 'prod' })
  })
  afterAll(() => project?.remove())

  test('make resources of a REST API that are allowed beside each other', () => {
    const resources = byType(partOf(planned, 'Rest'), 'aws:apigateway/resource:Resource')
    const methods = methodsOf(partOf(planned, 'Rest'))
    for (const { outputs } of resources)
      expect(methods).toContainEqual(expect.objectContaining({ method: 'ANY', path: outputs.path }))
    const places = resources.map(({ inputs }) => `${inputs.parentId} ${inputs.pathPart}`)
    expect(new Set(places).size).toBe(places.length)
    const variables = resources
      .filter(({ inputs }) => String(inputs.pathPart).startsWith('{'))
      .map(({ inputs }) => inputs.parentId)
    expect(new Set(variables).size).toBe(variables.length)
    for (const { outputs } of resources) {
      const names = String(outputs.path).match(/\{[^}]+\}/g) ?? []
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('are guarded by a REST API as the app would choose, whatever the request', () => {
    expect(PATHS.length).toBeGreaterThan(150)
    expect(restDifferences(partOf(planned, 'Rest'), app, PATHS)).toEqual([])
  })

  test('are guarded by an HTTP API as the app would choose, whatever the request', () => {
    expect(httpDifferences(partOf(planned, 'Http'), app, PATHS)).toEqual([])
  })

  test('make routes of an HTTP API with one name of a variable in one place', () => {
    const names = new Map<string, string>()
    for (const { routeKey } of httpRoutesOf(partOf(planned, 'Http'))) {
      const segments = (routeKey.split(' ')[1] ?? '').split('/')
      segments.forEach((segment, index) => {
        if (!/^\{[^+]+\}$/.test(segment)) return
        const place = segments
          .slice(0, index)
          .map((each) => (each.startsWith('{') ? '{}' : each))
          .join('/')
        expect([routeKey, names.get(place) ?? segment]).toEqual([routeKey, segment])
        names.set(place, segment)
      })
    }
    expect(names.size).toBeGreaterThan(3)
  })

  test('leave preflights open, and guard an OPTIONS route of one’s own', () => {
    const methods = methodsOf(partOf(planned, 'Rest'))
    const guardOf = (method: string, path: string) => {
      const chosen = restChoice(methods, method, path)
      return chosen && restGuard(chosen)
    }
    expect(guardOf('OPTIONS', '/with-cors')).toEqual([])
    expect(guardOf('GET', '/with-cors')).not.toEqual([])
    expect(guardOf('OPTIONS', '/without-cors')).toEqual(guardOf('GET', '/without-cors'))
    expect(guardOf('OPTIONS', '/own')).toEqual([expect.stringContaining('function:own')])
    expect(guardOf('OPTIONS', '/open-options')).toEqual([])
  })

  test.each(['NamedRest', 'NamedHttp'])('with the same words have components of their own (%s)', (name) => {
    expect(functionsOf(partOf(planned, name))).toHaveLength(7 + 1 + 3)
  })

  test('API keys with the same words are keys of their own', () => {
    expect(usagePlansOf(partOf(planned, 'NamedRest')).flatMap(({ keys }) => keys)).toHaveLength(3)
  })

  test('with characters that no resource can have are left to the app by the paths that can', () => {
    const rest = partOf(planned, 'Characters')
    for (const { inputs } of byType(rest, 'aws:apigateway/resource:Resource'))
      expect(inputs.pathPart).toMatch(/^(?:[\w.:-]+|\{[\w-]+\+?\})$/)
    const methods = methodsOf(rest)
    const paths = methods.map(({ path }) => path)
    expect(paths).toContain('/plain_path-1.0:batch')
    for (const path of ['/caf%C3%A9', '/with%20space/1', '/~user'])
      expect([path, restChoice(methods, 'GET', path)?.authorization]).toEqual([path, 'NONE'])
  })
})
