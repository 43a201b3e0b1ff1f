import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appsProject, configText, partOf } from './apps/project.ts'
import { functionsOf } from './platform/functions.ts'
import { type Plan, plan } from './platform/plan.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'
import { byType } from './platform/resources.ts'
import { roleAt, rolesOf } from './platform/roles.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`Policies from the source are not planned: ${missing}.`)

const own = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['ses:SendEmail'], Resource: ['*'] }],
}

const run = `
  const photos = new sst.aws.Bucket('AlbumPhotos')
  const orders = new sst.aws.Queue('AlbumOrders')
  const secret = new sst.Secret('AlbumSecret', 'open sesame')
  const unused = new sst.aws.SnsTopic('AlbumNews')
  const { app } = await import('./album.ts')
  const stages = {
    dev: { environmentVariables: { TABLE: 'album-dev' } },
    prod: { environmentVariables: { TABLE: 'album-prod' } },
  }
  const album = (appName, configuration, options) =>
    deploy(app, 'album.handler', { appName, stages, ...configuration }, { link: [photos, orders, secret], ...options })
  return {
    Single: album('Single', {}),
    Each: album('Each', {
      functions: 'per-route',
      stages: {
        '*': { lambdaFunctions: { 'PUT /photos/:id': { environmentVariables: { TABLE: 'album-photos' } } } },
      },
      lambdaFunctions: {
        'POST /orders': { autogenPolicy: false, iamPolicyFile: 'own.json' },
        'GET /about': { autogenPolicy: 'merge', iamPolicyFile: 'own.json' },
        api: { autogenPolicy: 'merge', iamPolicyFile: 'own.json' },
      },
    }),
    Always: album('Always', {}, { linkPermissions: 'always' }),
    Never: album('Never', { autogenPolicy: false, iamPolicyFile: 'own.json' }, { linkPermissions: 'never' }),
    File: album('File', { autogenPolicy: false, iamPolicyFile: 'own.json' }),
    News: album('News', {}, { link: [photos, orders, unused] }),
    Kept: album('Kept', { manageIamRole: false, iamRoleArn: 'arn:aws:iam::123456789012:role/album' }),
    Http: album('Http', { gateway: 'http' }),
  }`

const HERE = 'us-east-1:123456789012'
const settings = {
  Effect: 'Allow',
  Action: ['ssm:GetParameter'],
  Resource: [`arn:aws:ssm:${HERE}:parameter/album/settings`],
}
const sessions = {
  Effect: 'Allow',
  Action: ['dynamodb:GetItem'],
  Resource: [`arn:aws:dynamodb:${HERE}:table/album-sessions`],
}
const table = (name: string) => ({
  Effect: 'Allow',
  Action: ['dynamodb:PutItem'],
  Resource: [`arn:aws:dynamodb:${HERE}:table/${name}`],
})

describe.skipIf(missing !== undefined)('a policy from the source', () => {
  let project: SstProject
  let dev: Plan
  let prod: Plan
  let live: Plan
  beforeAll(async () => {
    project = appsProject({
      'sst.config.ts': configText(run),
      'own.json': JSON.stringify(own),
    })
    const planned = (stage: string, isDev = false) => plan({ project: project.root, stage, isDev })
    ;[dev, prod, live] = await Promise.all([planned('dev'), planned('prod'), planned('dev', true)])
  }, 120_000)
  afterAll(() => project?.remove())

  const bucket = (planned: Plan): string => {
    const [made] = byType(planned, 'aws:s3/bucket:Bucket')
    return `arn:aws:s3:::${made?.outputs.bucket ?? made?.id}`
  }
  const photos = (planned: Plan, ...actions: ReadonlyArray<string>) => ({
    Effect: 'Allow',
    Action: actions,
    Resource: [`${bucket(planned)}/photos/*`],
  })
  const orders = (planned: Plan) => {
    const [made] = byType(planned, 'aws:sqs/queue:Queue')
    return { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: [made?.outputs.arn] }
  }
  const documentsOf = (planned: Plan, name: string) => {
    const role = functionsOf(planned).find((each) => each.name === name)?.role
    return Object.fromEntries(
      (roleAt(planned, role)?.policies ?? []).map((policy) => [policy.name, policy.document]),
    )
  }
  const statementsOf = (planned: Plan, name: string, policy = 'derived'): unknown =>
    documentsOf(planned, name)[policy]?.Statement

  const everything = (planned: Plan, name: string): unknown => [
    table(name),
    photos(planned, 's3:GetObject', 's3:PutObject'),
    orders(planned),
    settings,
  ]

  test('allows one function what all routes need, with the values that the stage has', () => {
    for (const name of ['SingleFunction', 'HttpFunction', 'NewsFunction'])
      expect([name, statementsOf(dev, name)]).toEqual([name, everything(dev, 'album-dev')])
    expect(statementsOf(prod, 'SingleFunction')).toEqual(everything(prod, 'album-prod'))
    expect(bucket(prod)).not.toBe(bucket(dev))
  })

  test('allows an authorizer what it needs, and no route’s function what the authorizer does', () => {
    for (const name of ['SingleAuthorizerMembers', 'EachAuthorizerMembers', 'HttpAuthorizerMembers'])
      expect([name, statementsOf(dev, name)]).toEqual([name, [sessions, settings]])
  })

  test('allows a function of its own what its route needs, by any of its methods', () => {
    expect(statementsOf(dev, 'EachGetPhotosId')).toEqual([photos(dev, 's3:GetObject'), settings])
    expect(statementsOf(dev, 'EachPutPhotosId')).toEqual([
      table('album-photos'),
      photos(dev, 's3:PutObject'),
      settings,
    ])
  })

  test('allows what answers unknown paths what is around all routes, and nothing of theirs', () => {
    expect(statementsOf(dev, 'EachFunction')).toEqual([settings])
  })

  test('is added to with a file, where that is said, and is the file alone where it is not to be derived', () => {
    expect(documentsOf(dev, 'EachGetAbout')).toMatchObject({
      derived: { Statement: [settings] },
      policy: own,
    })
    expect(documentsOf(dev, 'EachFunction')).toMatchObject({
      derived: { Statement: [settings] },
      policy: own,
    })
    expect(statementsOf(dev, 'EachPostOrders')).toBeUndefined()
    expect(documentsOf(dev, 'EachPostOrders').policy).toEqual(own)
    expect(documentsOf(dev, 'NeverFunction')).toEqual({ policy: own })
  })

  test('holds while sst dev runs the code, which the role may then be taken on for', () => {
    expect(statementsOf(live, 'SingleFunction')).toEqual(everything(live, 'album-dev'))
    const own = JSON.stringify(statementsOf(live, 'SingleFunction', 'inline'))
    expect(own).toContain('appsync:*')
    expect(own).not.toContain(bucket(live))
    expect(JSON.stringify(statementsOf(live, 'AlwaysFunction', 'inline'))).toContain(bucket(live))
  })

  test('is nobody’s whose role is another’s to keep', () => {
    expect(rolesOf(partOf(dev, 'Kept'))).toEqual([])
  })

  test('takes the place of what SST grants with a link that the source is seen to use', () => {
    for (const name of ['SingleFunction', 'SingleAuthorizerMembers', 'EachGetAbout', 'EachPutPhotosId'])
      expect([name, statementsOf(dev, name, 'inline')]).toEqual([name, undefined])
    const grants = (name: string) => JSON.stringify(statementsOf(dev, name, 'inline') ?? [])
    for (const name of ['AlwaysFunction', 'FileFunction', 'EachPostOrders']) {
      expect(grants(name)).toContain('"s3:*"')
      expect(grants(name)).toContain('"sqs:*"')
    }
    expect(grants('NewsFunction')).toContain('"sns:*"')
    expect(grants('NewsFunction')).not.toMatch(/"s3:|"sqs:/)
    const lines = dev.printed.split('\n').filter((line) => line.startsWith('linkPermissions'))
    expect(lines).toEqual([
      'linkPermissions: the source is not seen to use AlbumNews: what SST grants with it is allowed all the same',
    ])
  })

  test('leaves a link’s properties as they are', () => {
    for (const name of ['SingleFunction', 'AlwaysFunction', 'NeverFunction']) {
      const links = functionsOf(dev).find((each) => each.name === name)?.build?.links
      expect([name, links]).toEqual([
        name,
        {
          AlbumPhotos: expect.objectContaining({ type: 'sst.aws.Bucket', name: bucket(dev).slice(13) }),
          AlbumOrders: expect.objectContaining({
            type: 'sst.aws.Queue',
            url: expect.stringMatching(/^https/),
          }),
          AlbumSecret: expect.objectContaining({ type: 'sst.sst.Secret', value: 'open sesame' }),
        },
      ])
    }
  })
})
