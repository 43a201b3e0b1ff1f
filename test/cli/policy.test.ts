import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { calix } from '../local/support/command.ts'
import { type Project, project } from '../local/support/project.ts'

const repository = join(import.meta.dirname, '../..')

const APP = `import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, put, route } from 'calix'
import { note } from './notes.ts'

const s3 = new S3Client()
const at = (key: string) => ({ Bucket: 'photos', Key: key })

export const app = calix(
  {},
  route(get('/'), () => 'hello'),
  route(get('/objects/:key'), ({ params }) => s3.send(new GetObjectCommand(at(params.key)))),
  route(put('/objects/:key'), async ({ params }) => {
    await s3.send(new PutObjectCommand(at(params.key)))
    return note(params.key)
  }),
)
`

const NOTES = `import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'

const table = process.env.NOTES_TABLE
const client = new DynamoDBClient()

export const note = (key: string) =>
  client.send(new PutItemCommand({ TableName: table, Item: { key: { S: key } } }))
`

const FILES = { 'app.ts': APP, 'notes.ts': NOTES }

const installed = (files: Readonly<Record<string, string>>): Project => {
  const made = project(files)
  symlinkSync(join(repository, 'node_modules/@aws-sdk'), made.path('node_modules/@aws-sdk'))
  return made
}

interface Ended {
  readonly code: unknown
  readonly out: string
  readonly err: string
}

const run = async (args: ReadonlyArray<string>, cwd: string): Promise<Ended> => {
  const { ended, err, out } = calix(['policy', ...args], cwd)
  const code = await ended
  return { code, out: out(), err: err() }
}

const json = async (args: ReadonlyArray<string>, cwd: string) => {
  const { code, err, out } = await run(['--json', ...args], cwd)
  return { code, err, ...JSON.parse(out) }
}

const statement = (Action: ReadonlyArray<string>, Resource: ReadonlyArray<string>) => ({
  Effect: 'Allow',
  Action,
  Resource,
})

const TOLD = ['--env', 'NOTES_TABLE=notes']
const NOTES_ARN = 'arn:aws:dynamodb:*:*:table/notes'
const OBJECTS = 'arn:aws:s3:::photos/*'

describe('calix policy', () => {
  it('prints a policy, and where it leaves something open', async () => {
    const { root } = installed(FILES)
    const { code, err, out } = await run([], root)
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        Version: '2012-10-17',
        Statement: [
          statement(['dynamodb:PutItem'], ['arn:aws:dynamodb:*:*:table/*']),
          statement(['s3:GetObject', 's3:PutObject'], [OBJECTS]),
        ],
      },
    ])
    expect(err).toMatch(/^notes\.ts:\d+: .*NOTES_TABLE.*\n$/)
  })

  it('takes variables from flags and from a file, the flags first, and none of its own process', async () => {
    const { root, write } = installed(FILES)
    write('prod.env', '\uFEFFNOTES_TABLE="from-file"\nOTHER=1\n')
    const resources = async (...args: ReadonlyArray<string>) =>
      (await json(args, root)).resources['dynamodb:PutItem']
    expect(await resources('--env-from', 'prod.env')).toEqual(['arn:aws:dynamodb:*:*:table/from-file'])
    expect(await resources('--env-from', 'prod.env', '--env', 'OTHER=a=b', ...TOLD)).toEqual([NOTES_ARN])
    const { out } = await run(TOLD, root)
    expect(JSON.stringify(JSON.parse(out))).toContain(NOTES_ARN)
  })

  it('prints actions, resources, routes and what is open as data', async () => {
    const { root } = installed(FILES)
    const { err, unresolved, ...rest } = await json([], root)
    expect(rest).toEqual({
      code: 0,
      actions: ['dynamodb:PutItem', 's3:GetObject', 's3:PutObject'],
      resources: {
        'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/*'],
        's3:GetObject': [OBJECTS],
        's3:PutObject': [OBJECTS],
      },
      routes: {
        'GET /': [],
        'GET /objects/:key': ['s3:GetObject'],
        'PUT /objects/:key': ['dynamodb:PutItem', 's3:PutObject'],
      },
    })
    expect(unresolved).toEqual([
      { file: 'notes.ts', line: expect.any(Number), why: expect.stringContaining('NOTES_TABLE') },
    ])
    expect(err).toBe(`${unresolved[0].file}:${unresolved[0].line}: ${unresolved[0].why}\n`)
  })

  it('tells the region, the account and the partition that are named', async () => {
    const { root } = installed(FILES)
    const flags = ['--region', 'cn-north-1', '--account', '123456789012', '--partition', 'aws-cn']
    const { resources } = await json([...TOLD, ...flags], root)
    expect(resources).toEqual({
      'dynamodb:PutItem': ['arn:aws-cn:dynamodb:cn-north-1:123456789012:table/notes'],
      's3:GetObject': ['arn:aws-cn:s3:::photos/*'],
      's3:PutObject': ['arn:aws-cn:s3:::photos/*'],
    })
  })

  it('has one route alone', async () => {
    const { root } = installed(FILES)
    const one = await json(['--route', 'GET /objects/:key', '--strict'], root)
    expect(one).toEqual({
      code: 0,
      err: '',
      actions: ['s3:GetObject'],
      resources: { 's3:GetObject': [OBJECTS] },
      routes: { 'GET /objects/:key': ['s3:GetObject'] },
      unresolved: [],
    })
    const nothing = await run(['--route', 'GET /', '--explain'], root)
    expect(nothing).toEqual({ code: 0, out: 'Nothing is needed.\n', err: '' })
  })

  it('says that no policy is to be attached when nothing is needed', async () => {
    const { root } = installed(FILES)
    const { code, err, out } = await run(['--route', 'GET /'], root)
    expect([code, JSON.parse(out).Statement, err]).toEqual([
      0,
      [],
      'Nothing is needed: attach no policy, IAM takes none without a statement.\n',
    ])
  })

  it.each([
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['eu-central-1', 'aws'],
  ])('of %s is in the partition %s', async (region, partition) => {
    const { root } = installed(FILES)
    const { resources } = await json(['--region', region, ...TOLD], root)
    expect(resources['dynamodb:PutItem']).toEqual([`arn:${partition}:dynamodb:${region}:*:table/notes`])
  })

  it('explains each action from the route on', async () => {
    const { root } = installed(FILES)
    const { code, out } = await run(['--explain', ...TOLD], root)
    expect(code).toBe(0)
    expect(out).toMatch(
      /^dynamodb:PutItem\n {2}arn:aws:dynamodb:\*:\*:table\/notes\n {4}PUT \/objects\/:key → note → PutItem\w* → notes\.ts:7\n\n/,
    )
    expect(out).toMatch(
      /\n\ns3:PutObject\n {2}arn:aws:s3:::photos\/\*\n {4}PUT \/objects\/:key → .*app\.ts:13\n$/,
    )
  })

  it('is strict when asked', async () => {
    const { root } = installed(FILES)
    const open = await run(['--strict'], root)
    expect([open.code, open.err]).toEqual([1, expect.stringContaining('NOTES_TABLE')])
    expect(JSON.parse(open.out).Statement).toHaveLength(2)
    expect(await run(['--strict', ...TOLD], root)).toEqual({ code: 0, out: expect.any(String), err: '' })
  })

  it('finds the entry as calix routes does', async () => {
    const { root } = installed({ 'src/app.ts': APP, 'src/notes.ts': NOTES })
    const { code, err, out } = await run(['--explain'], root)
    expect([code, err, out]).toEqual([
      0,
      expect.stringMatching(/^src\/notes\.ts:7: /),
      expect.stringContaining('→ src/app.ts:13\n'),
    ])
  })
})

describe('a link', () => {
  const linked = `import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, post, put, route } from 'calix'
import { Resource } from 'sst'

export const app = calix(
  {},
  route(put('/:key'), ({ params }) =>
    new S3Client().send(new PutObjectCommand({ Bucket: Resource.Photos.name, Key: params.key }))),
  route(post('/'), () =>
    new SQSClient().send(new SendMessageCommand({ QueueUrl: Resource.Orders.url, MessageBody: '' }))),
)
`

  it('is what sst shell says', async () => {
    const { root } = installed({ 'app.ts': linked })
    const links = [
      '--env',
      `SST_RESOURCE_Photos=${JSON.stringify({ name: 'photos-prod', type: 'sst.aws.Bucket' })}`,
      '--env',
      `SST_RESOURCE_Orders=${JSON.stringify({ url: 'https://sqs.eu-central-1.amazonaws.com/123456789012/orders' })}`,
    ]
    const { err, resources } = await json(links, root)
    expect([err, resources]).toEqual([
      '',
      {
        's3:PutObject': ['arn:aws:s3:::photos-prod/*'],
        'sqs:SendMessage': ['arn:aws:sqs:eu-central-1:123456789012:orders'],
      },
    ])
  })

  it('is * otherwise, and said to be', async () => {
    const { root } = installed({ 'app.ts': linked })
    const { err, resources, unresolved } = await json([], root)
    expect(resources).toEqual({
      's3:PutObject': ['arn:aws:s3:::*/*'],
      'sqs:SendMessage': ['arn:aws:sqs:*:*:*'],
    })
    expect(unresolved.map(({ file, line }: { file: string; line: number }) => `${file}:${line}`)).toEqual([
      'app.ts:9',
      'app.ts:11',
    ])
    expect(err).toContain('Resource.Photos.name is not known here')
    expect(err).toContain('sets SST_RESOURCE_Orders')
    const one = await json(['--route', 'POST /'], root)
    expect(one.err).not.toContain('Photos')
  })

  it('that is no JSON is said to be none', async () => {
    const { root } = installed({ 'app.ts': linked })
    expect(await run(['--env', 'SST_RESOURCE_Photos=photos'], root)).toEqual({
      code: 1,
      out: '',
      err: 'SST_RESOURCE_Photos is no JSON object: sst shell sets it to the properties of a link.\n',
    })
  })
})

describe('calix policy --check', () => {
  const right = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: '*',
      },
      { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: OBJECTS },
      {
        Effect: 'Allow',
        Action: 'dynamodb:PutItem',
        Resource: 'arn:aws:dynamodb:eu-central-1:123456789012:table/notes',
      },
    ],
  }

  it('is silent but for a line when the policy is right', async () => {
    const { root, write } = installed(FILES)
    write('policy.json', JSON.stringify(right))
    expect(await run(['--check', 'policy.json', ...TOLD], root)).toEqual({
      code: 0,
      out: 'policy.json allows what app.ts needs, and nothing else.\n',
      err: '',
    })
  })

  it('is content with the policy that it prints', async () => {
    const { root, write } = installed(FILES)
    write('policy.json', (await run(TOLD, root)).out)
    expect((await run(['--check', 'policy.json', ...TOLD], root)).code).toBe(0)
  })

  it('reads a file with a byte order mark', async () => {
    const { root, write } = installed(FILES)
    write('policy.json', `\uFEFF${JSON.stringify(right)}`)
    expect((await run(['--check', 'policy.json', ...TOLD], root)).code).toBe(0)
  })

  it('does not call wrong what the source leaves open', async () => {
    const { root, write } = installed(FILES)
    write('policy.json', JSON.stringify(right))
    const { code, err, out } = await run(['--check', 'policy.json'], root)
    expect([code, out]).toEqual([
      0,
      'policy.json allows what app.ts needs, and nothing else, as far as it can be compared.\n',
    ])
    expect(err).toMatch(
      /^cannot be compared: dynamodb:PutItem on arn:aws:dynamodb:\*:\*:table\/\*: PUT \/objects\/:key, notes\.ts:7: .*NOTES_TABLE/m,
    )
    expect((await run(['--check', 'policy.json', '--strict'], root)).code).toBe(1)
    write('policy.json', JSON.stringify({ Statement: right.Statement.slice(0, 2) }))
    const without = await run(['--check', 'policy.json'], root)
    expect([without.code, without.out]).toEqual([1, expect.stringContaining('  lacks dynamodb:PutItem on')])
  })

  it('prints the difference', async () => {
    const { root, write } = installed(FILES)
    const [logs, , notes] = right.Statement
    write(
      'policy.json',
      JSON.stringify({ Statement: [logs, notes, { Effect: 'Allow', Action: 's3:Get*', Resource: OBJECTS }] }),
    )
    expect(await run(['--check', 'policy.json', ...TOLD], root)).toEqual({
      code: 1,
      out: `policy.json is not what app.ts needs:
  lacks s3:PutObject on arn:aws:s3:::photos/*: PUT /objects/:key, app.ts:13
  exceeds s3:Get* on arn:aws:s3:::photos/*: Statement 3; enough is s3:GetObject on arn:aws:s3:::photos/*
`,
      err: '',
    })
    const one = await run(['--check', 'policy.json', '--route', 'GET /'], root)
    expect(one.out).toContain('policy.json is not what GET / of app.ts needs:\n  exceeds dynamodb:PutItem')
  })

  it('does not compare conditions, and says so', async () => {
    const { root, write } = installed(FILES)
    const [logs, photos, notes] = right.Statement
    write('policy.json', JSON.stringify({ Statement: [logs, { ...photos, Condition: { Bool: {} } }, notes] }))
    const { code, err } = await run(['--check', 'policy.json', ...TOLD], root)
    expect([code, err]).toEqual([0, 'policy.json: Statement 2 has a Condition, which is not compared.\n'])
  })

  it.each([
    ['policy.json', undefined, '--check: there is no policy.json.'],
    ['.', undefined, '--check: . is no file.'],
    ['policy.json', '{\n  "Statement" 1\n}', 'policy.json is no JSON: see line 2 column 15.'],
    ['policy.json', '{\n  "Version": "1",\n}', 'policy.json is no JSON: see line 3 column 1.'],
    ['policy.json', '{"Statement": [\n  yes]}', 'policy.json is no JSON: see line 2 column 3.'],
    ['policy.json', '{"Statement": [', 'policy.json is no JSON: it ends too early.'],
    ['policy.json', '', 'policy.json is no JSON: it is empty.'],
    ['policy.json', '[]', 'policy.json: It is no policy: it has no Statement.'],
    [
      'policy.json',
      '{"Statement": {"Effect": "Allow", "NotAction": "s3:*", "Resource": "*"}}',
      'policy.json: Statement 1 has NotAction, which cannot be compared with what a source needs: write Action instead.',
    ],
  ])('of %s with %j ends in a line', async (name, text, line) => {
    const { root, write } = installed(FILES)
    if (text !== undefined) write(name, text)
    expect(await run(['--check', name], root)).toEqual({ code: 1, out: '', err: `${line}\n` })
  })
})

const mistakes: ReadonlyArray<readonly [string, ReadonlyArray<string>, string]> = [
  ['an unknown option', ['--jason'], 'Unknown option --jason. Did you mean --json?'],
  ['two entries', ['app.ts', 'b.ts'], "One entry at a time: 'b.ts' is one too many."],
  ['two forms', ['--json', '--explain'], '--json or --explain: one at a time.'],
  [
    'no file to check',
    ['--check'],
    '--check takes a value: a policy to compare with what the source needs: exit code 1, with the difference.',
  ],
  [
    'a route that is not there',
    ['--route', 'GET /object/:key'],
    "--route: app.ts has no route 'GET /object/:key'. Did you mean GET /objects/:key? See calix routes app.ts",
  ],
  [
    'a variable that is none',
    ['--env', 'NOTES_TABLE'],
    "--env takes a variable as NAME=value, not 'NOTES_TABLE'.",
  ],
  ['a file of variables that is not there', ['--env-from', 'prod.env'], '--env-from: there is no prod.env.'],
  ['a file of variables that is none', ['--env-from', '.'], '--env-from: . is no file.'],
  [
    'a region that is none',
    ['--region', 'Frankfurt'],
    "--region takes a region, such as eu-central-1, not 'Frankfurt'.",
  ],
  ['an account that is none', ['--account', '42'], "--account takes an account, 12 digits, not '42'."],
  [
    'a partition that is none',
    ['--partition', 'azure'],
    "--partition takes a partition: aws, aws-cn or aws-us-gov, not 'azure'.",
  ],
  [
    'an entry that is not there',
    ['absent.ts'],
    'No such entry: absent.ts. Name the file that exports the app, such as calix policy app.ts',
  ],
  [
    'an entry without an app',
    ['notes.ts'],
    'notes.ts exports no app: export const app = calix({}, …), or a handler of one',
  ],
]

it.each(mistakes)('%s is one line on stderr and exit code 1', async (_, args, line) => {
  const { root } = installed(FILES)
  expect(await run(args, root)).toEqual({ code: 1, out: '', err: `${line}\n` })
})

it('help has its flags, with what they take', async () => {
  const { out } = await run(['--help'], project({}).root)
  for (const flag of ['--json ', '--explain ', '--check <file> ', '--strict ', '--route <route> '])
    expect(out).toContain(`\n  ${flag}`)
  for (const flag of ['--env <NAME=value> ', '--env-from <file> ', '--region <region> '])
    expect(out).toContain(`\n  ${flag}`)
})

it('source that does not parse is one line, with its place', async () => {
  const { root } = project({ 'app.ts': 'export const fine = 1\nexport const = 2\n' })
  expect(await run([], root)).toEqual({ code: 1, out: '', err: expect.stringMatching(/^app\.ts:2: .+\n$/) })
})

it('what the command line loads for help and mistakes has no analysis in it', async () => {
  const { metafile } = await build({
    absWorkingDir: repository,
    entryPoints: ['cli/command.ts'],
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'esnext' },
    ...{ metafile: true, write: false, outdir: 'nowhere', logLevel: 'silent' },
  })
  const loaded = new Set<string>()
  const load = (file: string): void => {
    if (loaded.has(file)) return
    loaded.add(file)
    for (const { kind, path } of metafile.inputs[file]?.imports ?? [])
      if (kind === 'import-statement') load(path)
  }
  load('cli/command.ts')
  expect([...loaded]).toContain('cli/policy.ts')
  expect([...loaded].filter((file) => /^deploy\/|oxc/.test(file))).toEqual(['deploy/policy/policy-error.ts'])
})
