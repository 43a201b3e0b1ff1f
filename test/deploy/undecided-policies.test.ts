import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appsProject, configText } from './apps/project.ts'
import { functionsOf } from './platform/functions.ts'
import { type Plan, plan } from './platform/plan.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'
import { byType } from './platform/resources.ts'
import { roleAt } from './platform/roles.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`Policies that are left open are not planned: ${missing}.`)

const lineOf = (file: string, text: string): number => {
  const lines = readFileSync(join(import.meta.dirname, 'apps', file), 'utf8').split('\n')
  const found = lines.findIndex((line) => line.includes(text))
  if (found === -1) throw new Error(`${file} has no ${text}`)
  return found + 1
}

/** An app of many routes, each with a table of its own. */
const tables = (count: number): string => `
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, get, lambda, route } from 'calix'
const dynamodb = new DynamoDBClient({})
const read = (name: string) => () =>
  dynamodb.send(new GetItemCommand({ TableName: \`a-table-with-a-name-of-some-length-\${name}\`, Key: {} }))
export const app = calix(
  {},
  ${Array.from({ length: count }, (_, index) => `route(get('/${index}'), read('${index}')),`).join('\n  ')}
)
export const handler = lambda(app)
`

/** A route in a file of its own, which is another app. */
const alone = `
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { calix, get, lambda, route } from 'calix'
const sns = new SNSClient({})
const topic = \`arn:aws:sns:\${process.env.AWS_REGION}:123456789012:news\`
export const handler = lambda(
  calix({}, route(get('/anywhere'), () => sns.send(new PublishCommand({ TopicArn: topic, Message: 'hello' })))),
)
`

const run = `
  const bucket = new sst.aws.Bucket('OpenEnded')
  const other = new sst.Linkable('Other', { properties: { name: 'other' } })
  const { app } = await import('./open-ended.ts')
  const refusals = {}
  const refused = (name, act) => {
    try {
      act()
      refusals[name] = 'deployed'
    } catch (error) {
      refusals[name] = error.message
    }
  }
  const open = (appName, configuration, options) =>
    deploy(app, 'open-ended.handler', { appName, ...configuration }, { link: [bucket], ...options })
  open('Single', {})
  open('Each', { functions: 'per-route' })
  open('Never', { functions: 'per-route' }, { linkPermissions: 'never' })
  open('Alone', {
    functions: 'per-route',
    lambdaFunctions: { 'GET /anywhere': { handler: 'alone.handler' }, api: { handler: 'alone.handler' } },
  })
  refused('unlinked', () => open('Unlinked', {}, { link: [other] }))
  refused('file', () => open('File', { autogenPolicy: false, iamPolicyFile: 'own.json' }, { link: [] }))
  refused('mode', () => open('Mode', {}, { linkPermissions: 'none' }))
  const wrong = new sst.Linkable('Wrong', { properties: { title: 'no name' } })
  const named = { urn: wrong.urn, __name: 'OpenEnded', getSSTLink: () => wrong.getSSTLink() }
  refused('property', () => open('Property', {}, { link: [named] }))
  const { app: many } = await import('./many-tables.ts')
  const { app: most } = await import('./most-tables.ts')
  deploy(many, 'many-tables.handler', { appName: 'Many', gateway: 'http' })
  refused('most', () => deploy(most, 'most-tables.handler', { appName: 'Most', gateway: 'http', apiGatewayQuota: 2000 }))
  refused('broken', () => deploy(app, 'broken.handler', { appName: 'Broken' }, { link: [bucket] }))
  deploy(app, 'by-hand.handler', { appName: 'ByHand' }, { link: [bucket] })
  return { refusals }`

describe.skipIf(missing !== undefined)('a policy that the source leaves open', () => {
  let project: SstProject
  let planned: Plan
  beforeAll(async () => {
    project = appsProject({
      'sst.config.ts': configText(run),
      'alone.ts': alone,
      'many-tables.ts': tables(200),
      'most-tables.ts': tables(600),
      'broken.ts': 'export const handler = (',
      'by-hand.ts': "export const handler = async () => ({ statusCode: 200, body: 'by hand' })",
      'own.json': JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
      }),
    })
    planned = await plan({ project: project.root, stage: 'prod' })
  }, 120_000)
  afterAll(() => project?.remove())

  const roleOf = (name: string) =>
    roleAt(planned, functionsOf(planned).find((each) => each.name === name)?.role)
  const statementsOf = (name: string, policy = 'derived') =>
    roleOf(name)?.policies.find((each) => each.name === policy)?.statements
  const allowed = (name: string, policy?: string) =>
    statementsOf(name, policy)?.flatMap(({ actions, resources }) =>
      actions.flatMap((action) => resources.map((resource) => `${action} ${resource}`)),
    )
  const bucket = (): string => String(byType(planned, 'aws:s3/bucket:Bucket')[0]?.outputs.bucket)
  const refusalOf = (name: string): string => String(Object(planned.outputs.refusals)[name])

  test('is deployed all the same, and said with its line', () => {
    expect(allowed('EachGetAnywhere')).toEqual(['s3:GetObject arn:aws:s3:::*/one'])
    const lines = planned.printed.split('\n')
    const at = lines.findIndex((line) => line.startsWith('autogenPolicy: '))
    expect(lines[at]).toBe('autogenPolicy: the source leaves open what the policy depends on, in one place:')
    const line = lineOf('open-ended.ts', 'Bucket: query.bucket')
    expect(lines[at + 1]).toMatch(
      new RegExp(`^ {2}open-ended\\.ts:${line}: .*GetObject.* \\(GET /anywhere\\)$`),
    )
  })

  test('keeps what SST grants with links, in the functions that are concerned alone', () => {
    for (const name of ['SingleFunction', 'EachGetAnywhere'])
      expect([name, allowed(name, 'inline')]).toEqual([
        name,
        [`s3:* arn:aws:s3:::${bucket()}`, `s3:* arn:aws:s3:::${bucket()}/*`].toReversed(),
      ])
    for (const name of ['EachPutHere', 'EachFunction', 'NeverGetAnywhere'])
      expect([name, statementsOf(name, 'inline')]).toEqual([name, undefined])
    expect(allowed('EachPutHere')).toEqual([`s3:PutObject arn:aws:s3:::${bucket()}/one`])
    expect(planned.printed).toContain(
      'linkPermissions: for that reason GET /anywhere may do all that SST grants with links\n',
    )
  })

  test('is derived from the file that a function has of its own', () => {
    const published = ['sns:Publish arn:aws:sns:us-east-1:123456789012:news']
    expect(allowed('AloneGetAnywhere')).toEqual(published)
    expect(allowed('AloneFunction')).toEqual(published)
    expect(allowed('AlonePutHere')).toEqual([`s3:PutObject arn:aws:s3:::${bucket()}/one`])
  })

  test('is refused where it reads what is not linked, with the line', () => {
    const line = lineOf('open-ended.ts', 'Resource.OpenEnded.name')
    const start = `1 mistake in the configuration:\n  Resource.OpenEnded.name: s3:PutObject at open-ended.ts:${line} needs it, and `
    expect(refusalOf('unlinked')).toBe(
      `${start}nothing that is called 'OpenEnded' is linked: deploy(app, handler, configuration, { link: [it] })`,
    )
    expect(refusalOf('property')).toBe(`${start}the link 'OpenEnded' has no property 'name'; it has 'title'`)
    expect(refusalOf('file')).toBe('deployed')
    expect(refusalOf('mode')).toBe(`linkPermissions is 'auto' or 'always' or 'never', not "none"`)
  })

  test('is said of routes that the source is not seen to have', () => {
    expect(planned.printed).toContain(
      'autogenPolicy: by-hand.ts is not seen to have GET /anywhere, PUT /here: what they need may be missing, unless a grants(…) says it\n',
    )
    expect(allowed('ByHandFunction', 'inline')).toContainEqual(`s3:* arn:aws:s3:::${bucket()}`)
  })

  test('is refused where the source cannot be read, with what to do', () => {
    expect(refusalOf('broken')).toMatch(
      /^1 mistake in the configuration:\n {2}autogenPolicy: no policy can be derived from 'broken\.ts': .*autogenPolicy: false and an iamPolicyFile$/,
    )
  })

  test('is attached in pieces where a role has no room for it, and refused where nothing has', () => {
    const role = roleOf('ManyFunction')
    expect(role?.policies).toEqual([])
    const attached = byType(planned, 'aws:iam/policy:Policy').filter(({ outputs }) =>
      role?.managed.includes(String(outputs.arn)),
    )
    expect(attached.length).toBeGreaterThan(1)
    const documents = attached.map(({ inputs }) => String(inputs.policy))
    for (const document of documents) expect(document.length).toBeLessThanOrEqual(6144)
    for (let index = 0; index < 200; index++)
      expect(documents.join()).toContain(`table/a-table-with-a-name-of-some-length-${index}"`)
    expect(role?.managed).toContain('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole')
    expect(refusalOf('most')).toMatch(
      /autogenPolicy: the policy of 'api' has [\d,]+ characters, more than IAM takes for a role: .*'per-route'/,
    )
  })
})
