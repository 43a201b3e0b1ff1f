import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appsProject, configText, partOf } from './apps/project.ts'
import { functionsOf } from './platform/functions.ts'
import { type Plan, PlanError, plan } from './platform/plan.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'
import { restApisOf, restStagesOf } from './platform/rest-api.ts'
import { rolesOf } from './platform/roles.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`Chalice's configurations are not planned: ${missing}.`)

const role = 'arn:aws:iam::123456789012:role/tutorial-role'

/** As Chalice's tutorial has it, with two stages whose role somebody else keeps. */
const chalice = {
  version: '2.0',
  app_name: 'tutorial',
  lambda_timeout: 20,
  environment_variables: { EVERY: 'stage' },
  stages: {
    qa: {
      api_gateway_stage: 'qa',
      manage_iam_role: false,
      iam_role_arn: role,
      lambda_memory_size: 256,
      environment_variables: { DEBUG: '1' },
    },
    prod: {
      api_gateway_stage: 'prod',
      api_gateway_endpoint_type: 'REGIONAL',
      manage_iam_role: false,
      iam_role_arn: role,
      lambda_memory_size: 2048,
      tags: { cost: 'shop' },
      lambda_functions: { api_handler: { lambda_timeout: 29 } },
    },
  },
}

/** As Chalice's own page has it: functions that are no route's, and some that the app has under no such name. */
const others = {
  app_name: 'others',
  lambda_timeout: 20,
  iam_policy_file: 'nightly.json',
  lambda_functions: { nightly: { lambda_timeout: 300, autogen_policy: false } },
  stages: {
    prod: {
      lambda_functions: {
        api_handler: { lambda_timeout: 29 },
        members: { lambda_timeout: 5 },
        member: { lambda_timeout: 6 },
        queue_handler: { reserved_concurrency: 1 },
      },
    },
  },
}

/** What becomes of functions that the app has not, by who wrote them. */
const otherCalls = `
  const { app } = await import('./shop.ts')
  const chalice = fromChalice('.chalice/others.json')
  const refusals = {}
  const refused = (name, configuration) => {
    try {
      deploy(app, 'shop.handler', { ...configuration, appName: name })
      refusals[name] = 'deployed'
    } catch (error) {
      refusals[name] = error.message
    }
  }
  const byHand = { nightly: { lambdaTimeout: 300 } }
  refused('ByHand', { lambdaFunctions: byHand })
  refused('Beside', { ...chalice, lambdaFunctions: byHand })
  refused('Route', { ...chalice, lambdaFunctions: { ...chalice.lambdaFunctions, 'GET /item': {} } })
  const open = (await import('./open.ts')).app
  const elsewhere = (appName, options) => deploy(open, 'open.handler', { ...chalice, appName, ...options })
  try {
    elsewhere('Edge', { gateway: 'http' })
  } catch (error) {
    refusals.Edge = error.message
  }
  elsewhere('Http', { gateway: 'http', apiGatewayEndpointType: 'REGIONAL' })
  elsewhere('Url', { gateway: 'url', apiGatewayEndpointType: 'REGIONAL', apiGatewayStage: undefined })
  deploy(app, 'shop.handler', { ...chalice, appName: 'Others', xray: true })
  return { refusals }`

describe.skipIf(missing !== undefined)('functions in a file of Chalice’s that the app has not', () => {
  let project: SstProject
  let planned: Plan
  beforeAll(async () => {
    project = appsProject({
      '.chalice/others.json': JSON.stringify(others),
      'sst.config.ts': configText(otherCalls),
    })
    planned = await plan({ project: project.root, stage: 'prod' })
  })
  afterAll(() => project?.remove())

  test('are left out, and said', () => {
    expect(functionsOf(partOf(planned, 'Others')).map(({ name, timeout }) => [name, timeout])).toEqual([
      ['OthersAuthorizerMembers', 5],
      ['OthersFunction', 29],
    ])
    const notes = planned.printed.split('\n').filter((line) => line.includes('is left out'))
    expect(notes.slice(-3)).toEqual([
      ".chalice/others.json: lambda_functions.nightly is left out: the app has no function 'nightly'",
      ".chalice/others.json: stages.prod.lambda_functions.member is left out: the app has no function 'member': did you mean 'members'?",
      ".chalice/others.json: stages.prod.lambda_functions.queue_handler is left out: the app has no function 'queue_handler'",
    ])
  })

  test('are no hindrance to another gateway, once Chalice’s own defaults are out of the way', () => {
    expect(Object(planned.outputs.refusals).Edge).toMatch(
      /^1 mistake in the configuration:\n.*'EDGE' needs gateway 'rest', and the gateway is 'http'$/,
    )
    expect(functionsOf(partOf(planned, 'Http'))).toHaveLength(1)
    expect(functionsOf(partOf(planned, 'Url'))).toHaveLength(1)
  })

  test('are mistakes where they are written by hand', () => {
    const refusals: Readonly<Record<string, string>> = Object(planned.outputs.refusals)
    const nightly = expect.stringMatching(
      /^1 mistake in the configuration:\n {2}lambdaFunctions.nightly: there is no function 'nightly'[^\n]*$/,
    )
    expect(refusals).toMatchObject({ ByHand: nightly })
    expect(refusals.Beside).toContain("lambdaFunctions.nightly: there is no function 'nightly'")
    expect(refusals.Route).toContain("lambdaFunctions['GET /item']: there is no function 'GET /item'")
  })
})

describe.skipIf(missing !== undefined)('a configuration of Chalice’s, as it stands', () => {
  let project: SstProject
  let qa: Plan
  let prod: Plan
  let dev: unknown
  beforeAll(async () => {
    project = appsProject({
      '.chalice/config.json': JSON.stringify(chalice),
      'sst.config.ts': configText(
        "return deploy((await import('./open.ts')).app, 'open.handler', fromChalice('.chalice/config.json'))",
      ),
    })
    const planned = (stage: string) => plan({ project: project.root, stage })
    const failed = planned('dev').then(
      () => new Error('dev has been planned'),
      (error: unknown) => error,
    )
    ;[qa, prod, dev] = await Promise.all([planned('qa'), planned('prod'), failed])
  })
  afterAll(() => project?.remove())

  test('has the same stages, with their memory, time and variables', () => {
    expect(restStagesOf(qa).map(({ name }) => name)).toEqual(['qa'])
    expect(restStagesOf(prod).map(({ name }) => name)).toEqual(['prod'])
    expect(functionsOf(qa)).toMatchObject([
      { name: 'TutorialFunction', memory: 256, timeout: 20, environment: { EVERY: 'stage', DEBUG: '1' } },
    ])
    expect(functionsOf(prod)).toMatchObject([
      { name: 'TutorialFunction', memory: 2048, timeout: 29, tags: { cost: 'shop' } },
    ])
    expect(functionsOf(prod)[0]?.environment).toEqual({ EVERY: 'stage' })
  })

  test('takes the role that is there, and makes none', () => {
    for (const planned of [qa, prod]) {
      expect(functionsOf(planned).map((each) => each.role)).toEqual([role])
      expect(rolesOf(planned)).toEqual([])
    }
  })

  test('is at the edge, as Chalice’s APIs are, where it says nothing', () => {
    const endpoints = [qa, prod].flatMap((planned) =>
      restApisOf(planned).map(({ inputs }) => inputs.endpointConfiguration),
    )
    expect(endpoints).toEqual([{ types: 'EDGE' }, { types: 'REGIONAL' }])
  })

  test('has no other stage', () => {
    expect(dev).toBeInstanceOf(PlanError)
    expect(String(dev)).toContain("there is no stage 'dev'")
  })
})
