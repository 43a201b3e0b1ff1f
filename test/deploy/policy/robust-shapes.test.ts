import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { actionsOf } from './harness/derived.ts'
import { derivedOf, deriving } from './harness/deriving.ts'
import { installation } from './harness/folder.ts'
import { project } from './harness/project.ts'
import { SHAPES } from './harness/shapes.ts'

// Sources that are large, deep, endless or tangled: they are derived, or it is reported what was not followed.

const installed = installation()
const { derive, end } = deriving()
afterAll(() => {
  end()
  rmSync(installed, { recursive: true, force: true })
})

/** Deeper than anybody writes: they may be given up, and then that is reported. */
const MAY_STOP = new Set([
  '1,000 calls in calls',
  '1,000 functions in functions',
  '2,000 links of a chain',
  '1,500 files, each importing the next',
  'classes that extend what they make',
])

describe('is derived', () => {
  it.each(SHAPES)('$what', async ({ files, what }) => {
    const folder = project(installed, files)
    const { routes, unresolved } = derivedOf(await derive(join(folder, 'app.ts'), { root: folder }))
    if (MAY_STOP.has(what) && unresolved.length > 0) return
    expect([...routes].map(([key, needs]) => [key, actionsOf(needs)])).toEqual([['PUT /x', ['s3:PutObject']]])
  })
})

describe('an app is read whatever it is given', () => {
  const AROUND = "import { calix, get, route, routes, use, prefix, methods } from 'calix'\n"
  it.each([
    ['nothing', 'export const app = calix()'],
    ['what are no routes', "export const app = calix({}, 1, 'x', null, undefined, {}, [], () => {})"],
    ['routes without a handler', "export const app = calix({}, route(get('/x')), route(), route(1, 2))"],
    [
      'paths that are no texts',
      'export const app = calix({}, route(get(1), () => 1), route(get(), () => 2))',
    ],
    [
      'methods that are none',
      "export const app = calix({}, route(methods([], '/x'), () => 1), route(methods(null, '/y'), () => 2))",
    ],
    [
      'middleware that is none',
      "export const app = use(1, null, { before: 1 })(calix({}, prefix(2)(routes(route(get('/x'), () => 1)))))",
    ],
    ['itself', 'export const app = calix({}, ...(app?.routes ?? []))'],
    [
      'a path that only running decides',
      'export const app = calix({}, route(get(process.argv[2]), () => 1))',
    ],
  ])('%s', async (_, source) => {
    const folder = project(installed, { 'app.ts': AROUND + source })
    const answer = await derive(join(folder, 'app.ts'), { root: folder })
    if ('message' in answer)
      expect(answer).toMatchObject({ name: 'PolicyError', message: expect.stringContaining('app.ts') })
    else expect([...answer.routes.values()].flat()).toEqual([])
  })
})
