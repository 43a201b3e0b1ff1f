import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFlags } from '../../cli/flags.ts'
import { LOCAL_FLAGS } from '../../cli/local.ts'
import { appsProject, configText, deployAll, partOf } from './apps/project.ts'
import { functionsOf } from './platform/functions.ts'
import { type Plan, plan } from './platform/plan.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'
import { byType, record } from './platform/resources.ts'
import { restApisOf } from './platform/rest-api.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`sst dev is not planned: ${missing}.`)

const run = deployAll({
  Usual: {
    app: 'shop',
    configuration: {
      lambdaTimeout: 20,
      environmentVariables: { TOP: 'top', BOTH: 'top' },
      lambdaFunctions: { members: { lambdaTimeout: 5, environmentVariables: { MEMBERS: 'alone' } } },
      stages: { '*': { lambdaFunctions: { api: { environmentVariables: { BOTH: 'stage' } } } } },
    },
  },
  Http: { app: 'api', configuration: { gateway: 'http' } },
  Url: { app: 'open', configuration: { gateway: 'url', lambdaTimeout: 300 } },
  Own: {
    app: 'open',
    configuration: { environmentVariables: { OWN: 'too' } },
    options: { local: 'npm start' },
  },
  Without: { app: 'open', options: { local: false } },
})

describe.skipIf(missing !== undefined)('sst dev', () => {
  let project: SstProject
  let live: Plan
  beforeAll(async () => {
    project = appsProject({ 'sst.config.ts': configText(run) })
    live = await plan({ project: project.root, stage: 'ada', isDev: true })
  })
  afterAll(() => project?.remove())

  const commandsOf = (planned: Plan) =>
    byType(planned, 'sst:sst:DevCommand').map(({ name, outputs }) => [name, record(outputs._dev).command])

  test('runs every function live, the authorizer’s too', () => {
    const usual = partOf(live, 'Usual')
    expect(functionsOf(usual).map(({ name }) => name)).toEqual(['UsualAuthorizerMembers', 'UsualFunction'])
    for (const each of functionsOf(live)) expect(each.resource.inputs.description).toMatch(/\(live\)$/)
    expect(restApisOf(usual)).toHaveLength(1)
  })

  test('serves the app here as well, by a command of its own or none', () => {
    expect(commandsOf(live)).toEqual([
      ['HttpLocal', 'npx calix local api.ts --payload http --stage ada --timeout 60'],
      ['OwnLocal', 'npm start'],
      ['UrlLocal', 'npx calix local open.ts --payload http --stage ada --timeout 300'],
      ['UsualLocal', 'npx calix local shop.ts --payload rest --stage ada --timeout 20'],
    ])
  })

  test('by commands that calix local takes', () => {
    for (const [, command] of commandsOf(live)) {
      const [, entry = '', flags = ''] = /^npx calix local (\S+) (.*)$/.exec(String(command)) ?? []
      if (command === 'npm start') continue
      expect(existsSync(join(project.root, entry))).toBe(true)
      expect(readFlags(flags.split(' '), LOCAL_FLAGS).words).toEqual([])
    }
  })

  test('with the variables that the stage gives the app’s function', () => {
    const environments = byType(live, 'sst:sst:DevCommand').map(({ name, outputs }) => [
      name,
      record(outputs._dev).environment,
    ])
    expect(Object.fromEntries(environments)).toEqual({
      HttpLocal: {},
      OwnLocal: { OWN: 'too' },
      UrlLocal: {},
      UsualLocal: { TOP: 'top', BOTH: 'stage' },
    })
  })
})
