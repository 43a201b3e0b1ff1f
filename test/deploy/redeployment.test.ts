import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appsProject, configText, partOf } from './apps/project.ts'
import { type Plan, plan } from './platform/plan.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'
import { restStagesOf } from './platform/rest-api.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`Redeployments are not planned: ${missing}.`)

// A REST API's stage shows a deployment, which is a copy of the API as it was: what changes without another deployment
// is never seen. Another one is made when its triggers change.

const policy = (effect: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: effect, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }],
  })

/** What changes, under the name of the deployment that it changes in. */
const CHANGES = {
  Ttl: 'an authorizer’s ttl',
  Header: 'an authorizer’s header',
  Pool: 'the user pool',
  Scope: 'a scope',
  Method: 'a route’s method',
  Key: 'whether a route asks for an API key',
  Shape: 'the error shape',
  Cors: 'the origin that CORS allows',
  Policy: 'the resource policy',
  Compression: 'the size from which answers are compressed',
}

const run = `
  const { changing } = await import('./changing.ts')
  const names = ['Nothing', 'Function', ...${JSON.stringify(Object.keys(CHANGES))}]
  return Object.fromEntries(names.map((appName) => {
    const change = process.env.CHANGED === 'yes' ? appName : 'Nothing'
    return [appName, deploy(changing(change), 'changing.handler', {
      appName,
      apiKeys: { web: {} },
      apiGatewayPolicyFile: change === 'Policy' ? 'denied.json' : 'allowed.json',
      ...(change === 'Compression' ? { minimumCompressionSize: 0 } : {}),
      ...(change === 'Function' ? { lambdaMemorySize: 512, environmentVariables: { AB: '1' } } : {}),
    })]
  }))`

describe.skipIf(missing !== undefined)('a REST API’s deployment', () => {
  let project: SstProject
  let before: Plan
  let after: Plan
  const planned = (changed: string): Promise<Plan> =>
    plan({ project: project.root, stage: 'prod', environment: { CHANGED: changed } })
  beforeAll(async () => {
    project = appsProject({
      'sst.config.ts': configText(run),
      'allowed.json': policy('Allow'),
      'denied.json': policy('Deny'),
    })
    ;[before, after] = await Promise.all([planned('no'), planned('yes')])
  })
  afterAll(() => project?.remove())

  const triggersOf = (from: Plan, name: string): string => {
    const [stage] = restStagesOf(partOf(from, name))
    expect(Object.keys(stage?.triggers ?? {})).not.toEqual([])
    return JSON.stringify(stage?.triggers)
  }

  test.each(Object.entries(CHANGES))('is another one when nothing but this changes: %s, %s', (name) => {
    expect(triggersOf(after, name)).not.toBe(triggersOf(before, name))
  })

  test('is the same one when nothing changes, or the function alone', () => {
    expect(triggersOf(after, 'Nothing')).toBe(triggersOf(before, 'Nothing'))
    expect(triggersOf(after, 'Function')).toBe(triggersOf(before, 'Function'))
  })
})
