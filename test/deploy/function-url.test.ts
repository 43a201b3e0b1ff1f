import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appsProject, configText, deployAll, partOf } from './apps/project.ts'
import { functionsOf, functionUrlsOf, permissionsOf } from './platform/functions.ts'
import { type Plan, plan } from './platform/plan.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'
import { countsOf } from './platform/resources.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`Function URLs are not planned: ${missing}.`)

const run = deployAll({
  Open: { app: 'open', configuration: { gateway: 'url', lambdaMemorySize: 512 } },
  Signed: { app: 'signed', configuration: { gateway: 'url' } },
})

describe.skipIf(missing !== undefined)('a function URL', () => {
  let project: SstProject
  const plans = new Map<string, Plan>()
  const planOf = (name: string): Plan => {
    const found = plans.get(name)
    if (found === undefined) throw new Error(`${name} has not been planned`)
    return found
  }
  beforeAll(async () => {
    project = appsProject({ 'sst.config.ts': configText(run) })
    const planned = await plan({ project: project.root, stage: 'prod' })
    for (const name of ['Open', 'Signed']) plans.set(name, partOf(planned, name))
  })
  afterAll(() => project?.remove())

  test.each([
    ['Open', 'NONE'],
    ['Signed', 'AWS_IAM'],
  ])('of %s routes asks for %s', (name, authorization) => {
    expect(functionUrlsOf(planOf(name))).toMatchObject([
      { authorization, cors: undefined, function: { name: `${name}Function` } },
    ])
  })

  test('has the function, and no gateway', () => {
    for (const name of ['Open', 'Signed']) {
      expect(functionsOf(planOf(name))).toHaveLength(1)
      expect(Object.keys(countsOf(planOf(name))).filter((type) => /apigateway/i.test(type))).toEqual([])
    }
    expect(functionsOf(planOf('Open'))).toMatchObject([{ memory: 512, build: { handler: 'open.handler' } }])
  })

  test('may be called by anybody only where it is open', () => {
    const everybody = permissionsOf(planOf('Open')).filter(({ principal }) => principal === '*')
    expect(everybody).not.toEqual([])
    for (const { function: called } of everybody) expect(called?.name).toBe('OpenFunction')
    expect(permissionsOf(planOf('Signed')).filter(({ principal }) => principal === '*')).toEqual([])
  })

  test('is printed, with a curl that tries it', () => {
    const [url] = functionUrlsOf(planOf('Open'))
    const [api] = functionsOf(planOf('Open'))
    expect(planOf('Open').outputs).toEqual({
      url: url?.url,
      curl: `curl -i ${url?.url.replace(/\/$/, '')}/`,
      function: api?.arn,
    })
  })
})
