import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundlesOf } from '../platform/bundles.ts'
import { type Cloud, missingCloud, startCloud } from '../platform/cloud.ts'
import { type Deployment, deploy } from '../platform/deploy.ts'
import { startLambda } from '../platform/lambda.ts'
import { plan } from '../platform/plan.ts'
import { type SstProject, sstProject } from '../platform/project.ts'
import { countsOf } from '../platform/resources.ts'
import { methodsOf } from '../platform/rest-api.ts'

const missing = missingCloud()
if (missing !== undefined) console.log(`The deploy harness is not tried: ${missing}.`)

describe.skipIf(missing !== undefined)('sst deploy', { timeout: 120_000 }, () => {
  const environment = { GREETING: 'good day' }
  let cloud: Cloud
  let project: SstProject
  let first: Deployment
  const run = (command: 'deploy' | 'diff' | 'remove', greeting = 'good day'): Promise<Deployment> =>
    deploy({ project: project.root, stage: 'prod', cloud, command, environment: { GREETING: greeting } })

  beforeAll(async () => {
    cloud = await startCloud()
    project = sstProject(join(import.meta.dirname, 'fixtures/rest'))
    first = await run('deploy')
  }, 120_000)
  afterAll(async () => {
    project?.remove()
    await cloud?.close()
  })

  test('ends well, and prints the outputs and what the program says', () => {
    expect(first).toMatchObject({ code: 0, errors: [] })
    expect(first.printed).toContain(`url: ${first.outputs.url}`)
    expect(first.printed).toContain('the fixture says: prod')
  })

  test('creates what was planned, with the same inputs but for the hashes of the code', async () => {
    const planned = await plan({ project: project.root, stage: 'prod', environment })
    expect(first.changes).toEqual({ create: planned.resources.length })
    expect(countsOf(first)).toEqual(countsOf(planned))
    expect(first.outputs).toEqual(planned.outputs)
    const unhashed = (text: string): unknown => JSON.parse(text.replace(/[0-9a-f]{64}/g, 'hash'))
    const inputs = ({ resources }: Pick<Deployment, 'resources'>): unknown =>
      unhashed(
        JSON.stringify(Object.fromEntries(resources.map((resource) => [resource.urn, resource.inputs]))),
      )
    expect(inputs(first)).toEqual(inputs(planned))
  })

  test('builds the functions, which answer apart from the project', async () => {
    const bundles = bundlesOf(first)
    expect(bundles.map(({ files }) => files)).toEqual(Array(3).fill(['bundle.mjs', 'resource.enc']))
    const root = methodsOf(first).find(({ path }) => path === '/')
    const bundle = bundles.find(({ name }) => name === root?.function?.name)
    expect(bundle?.environment.GREETING).toBe('good day')
    if (bundle === undefined) throw new Error('The root has no bundle.')
    const lambda = startLambda(bundle)
    try {
      const body = { from: 'hello', saw: { path: '/' }, greeting: 'good day' }
      expect(await lambda.invoke({ path: '/' })).toEqual({ statusCode: 200, body: JSON.stringify(body) })
      await expect(lambda.invoke({ fail: 'as asked' })).rejects.toThrow('as asked')
    } finally {
      await lambda.close()
    }
  })

  test('finds nothing to do again', async () => {
    const { code, changes, changed } = await run('deploy')
    expect({ code, changes, changed }).toEqual({
      code: 0,
      changes: { same: first.resources.length },
      changed: [],
    })
    expect((await run('diff')).printed).toContain('No changes')
  })

  test('changes what has changed, and nothing else', async () => {
    const { code, changed } = await run('deploy', 'good evening')
    expect(code).toBe(0)
    expect(changed).toEqual([expect.stringMatching(/^update .*::ApiRoute\w+HandlerFunction$/)])
  })

  test('of a program that fails says why, and leaves what there is', async () => {
    const { code, printed, errors } = await deploy({
      project: project.root,
      stage: 'prod',
      cloud,
      environment: { FAIL: 'on purpose' },
    })
    expect(code).toBe(1)
    expect(printed).toContain('on purpose')
    expect(errors.join('\n')).toContain('on purpose')
    expect((await run('diff', 'good evening')).printed).toContain('No changes')
  })

  test('is undone by sst remove', async () => {
    const { code, changes, resources } = await run('remove')
    expect({ code, changes, resources }).toEqual({
      code: 0,
      changes: { delete: first.resources.length },
      resources: [],
    })
    expect((await run('remove')).printed).toContain('No resources to remove')
  })

  test('keeps its own files out of the repository', () => {
    const state = join(import.meta.dirname, '../../../.sst')
    expect(existsSync(join(project.root, '.sst/artifacts'))).toBe(true)
    for (const name of ['artifacts', 'log', 'pulumi', 'outputs.json'])
      expect(existsSync(join(state, name))).toBe(false)
  })
})
