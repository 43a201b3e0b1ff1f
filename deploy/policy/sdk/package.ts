import { operationOfWaiter } from '../actions/permissions.ts'
import { type Args, argument, everyArgument, type Site } from '../evaluate/env.ts'
import type { Machine } from '../evaluate/machine.ts'
import type { Exotic, Native, Plain } from '../evaluate/thing.ts'
import { cellAt, exotic, native, nativeAt, plain, record } from '../evaluate/things.ts'
import { ANYTHING, keyOf, type Value } from '../evaluate/value.ts'
import { clientClass, commandClass, documentClass } from './client.ts'
import { clientsIn, perform, sendAll } from './model.ts'
import { documentOperation } from './names.ts'
import { pages } from './pages.ts'

/** An export of a package of the SDK, by its name. */
type Exports = (m: Machine, name: string) => Value

/** A function that calls one operation: of its second argument, on the client in its first. */
const operating = (m: Machine, name: string, client: string, operation: string): Native =>
  native(`sdk.${client}.${name}`, (args, _, site) => {
    const act = (at: Site): void => {
      const clients = clientsIn(m, m.get(argument(args, 0), 'client', at))
      perform(m, at, { client, operation }, argument(args, 1), clients)
    }
    if (name.startsWith('paginate')) return pages(m, site, `${operation}${args.list.map(keyOf).join()}`, act)
    act(site)
    return ANYTHING
  })

const ofClient =
  (client: string): Exports =>
  (m, name) => {
    if (name.endsWith('Command')) return [commandClass(m, client, name.slice(0, -'Command'.length))]
    if (name.startsWith('paginate')) return [operating(m, name, client, name.slice('paginate'.length))]
    if (/^wait(?:Until|For)/.test(name)) {
      const operation = operationOfWaiter(client, name.replace(/^waitFor/, 'waitUntil'))
      return operation === undefined ? ANYTHING : [operating(m, name, client, operation)]
    }
    return /^[A-Z]/.test(name) && !name.endsWith('Exception') ? [clientClass(m, client, name)] : ANYTHING
  }

const ofDocument: Exports = (m, name) => {
  if (name === 'DynamoDBDocument' || name === 'DynamoDBDocumentClient') return [documentClass(m, name)]
  const operation = documentOperation(name.replace(/^paginate|Command$/g, ''))
  if (operation === undefined) return ANYTHING
  return name.startsWith('paginate')
    ? [operating(m, name, 'dynamodb', operation)]
    : [commandClass(m, 'dynamodb', operation)]
}

/** What lib-storage sends, in one part or in many: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html */
const UPLOADING = [
  'PutObject',
  'CreateMultipartUpload',
  'UploadPart',
  'CompleteMultipartUpload',
  'AbortMultipartUpload',
]

const upload = (m: Machine): Native =>
  native('sdk.Upload', () => ANYTHING, {
    construct: (args, site) => {
      const made = m.make<Plain>(site, 'upload', (key) => plain(key, 'record'))
      const options = argument(args, 0)
      const act = (name: string, operations: ReadonlyArray<string>): Value => [
        m.make<Native>(site, `upload.${name}`, (key) =>
          nativeAt(key, `sdk.Upload.${name}`, (_, __, at) => {
            const clients = clientsIn(m, m.get(options, 'client', at))
            const input = m.get(options, 'params', at)
            for (const operation of operations) perform(m, at, { client: 's3', operation }, input, clients)
            return ANYTHING
          }),
        ),
      ]
      m.write(cellAt(made, 'done'), act('done', UPLOADING))
      m.write(cellAt(made, 'abort'), act('abort', ['AbortMultipartUpload']))
      m.write(made.others, ANYTHING)
      return [made]
    },
  })

/** Credentials of a role that is taken on when a client first signs with them. */
const assuming = (m: Machine, name: string): Native =>
  native(`sdk.${name}`, (args, _, site) => {
    const input = m.get(argument(args, 0), 'params', site)
    return [
      m.make<Exotic>(site, `credentials(${input.map(({ key }) => key).join()})`, (key) =>
        exotic(key, 'credentials', { client: 'sts', operation: 'AssumeRole', input }),
      ),
    ]
  })

/** A function that signs a request that somebody else sends. */
const signing = (name: string, sign: (args: Parameters<Native['call']>[0], site: Site) => void): Native =>
  native(`sdk.${name}`, (args, _, site) => {
    sign(args, site)
    return ANYTHING
  })

/** A signer of a database's tokens: what it needs is an action of its own, not an operation of a client. */
const signer = (m: Machine, client: string, methods: Readonly<Record<string, string>>): Native =>
  native(`sdk.signer.${client}`, () => ANYTHING, {
    construct: (args, site) => {
      const made = record(m, site, 'signer', {})
      for (const [method, operation] of Object.entries(methods))
        m.write(cellAt(made, method), [
          m.make<Native>(site, `signer.${method}`, (key) =>
            nativeAt(key, `sdk.${method}`, (_, __, at) => {
              perform(m, at, { client, operation }, argument(args, 0), [])
              return ANYTHING
            }),
          ),
        ])
      return [made]
    },
  })

const PACKAGES: Readonly<Record<string, Exports>> = {
  '@aws-sdk/lib-dynamodb': ofDocument,
  '@aws-sdk/lib-storage': (m, name) => (name === 'Upload' ? [upload(m)] : ANYTHING),
  '@aws-sdk/s3-request-presigner': (m, name) =>
    name === 'getSignedUrl'
      ? [signing(name, (args, site) => sendAll(m, site, argument(args, 0), argument(args, 1)))]
      : ANYTHING,
  '@aws-sdk/s3-presigned-post': (m, name) =>
    name === 'createPresignedPost'
      ? [
          signing(name, (args, site) =>
            perform(
              m,
              site,
              { client: 's3', operation: 'PutObject' },
              argument(args, 1),
              clientsIn(m, argument(args, 0)),
            ),
          ),
        ]
      : ANYTHING,
  '@aws-sdk/polly-request-presigner': (m, name) =>
    name === 'getSynthesizeSpeechUrl'
      ? [
          signing(name, (args, site) =>
            perform(
              m,
              site,
              { client: 'polly', operation: 'SynthesizeSpeech' },
              m.get(argument(args, 0), 'params', site),
              [],
            ),
          ),
        ]
      : ANYTHING,
  '@aws-sdk/credential-providers': (m, name) =>
    name === 'fromTemporaryCredentials' ? [assuming(m, name)] : ANYTHING,
  '@aws-sdk/rds-signer': (m, name) =>
    name === 'Signer' ? [signer(m, 'rds-db', { getAuthToken: 'connect' })] : ANYTHING,
  '@aws-sdk/dsql-signer': (m, name) =>
    name === 'DsqlSigner'
      ? [
          signer(m, 'dsql', {
            getDbConnectAuthToken: 'DbConnect',
            getDbConnectAdminAuthToken: 'DbConnectAdmin',
          }),
        ]
      : ANYTHING,
}

const CLIENT = '@aws-sdk/client-'

/** Packages that make values out of values, and call nothing. */
const SILENT = /^@(?:aws-sdk|smithy)\//

/** What a package of the AWS SDK gives; undefined when it is none. */
export const sdkPackage = (m: Machine, specifier: string): Value | undefined => {
  const [scope = '', name = ''] = specifier.split('/')
  const packaged = `${scope}/${name}`
  const exports = packaged.startsWith(CLIENT)
    ? ofClient(packaged.slice(CLIENT.length))
    : Object.hasOwn(PACKAGES, packaged)
      ? PACKAGES[packaged]
      : undefined
  if (exports === undefined) return SILENT.test(packaged) ? [quiet(m, packaged)] : undefined
  const made = new Map<string, Value>()
  const thing: Exotic = exotic(`#${specifier}`, 'package', {}, (key, site) => {
    if (key === undefined) {
      m.note(
        site,
        `what is taken of '${specifier}' is only decided when it runs: say with grants(…) what it needs`,
      )
      return ANYTHING
    }
    if (key === 'default') return [thing]
    const found = made.get(key) ?? exports(m, key)
    made.set(key, found)
    return found
  })
  return [thing]
}

/** Functions that are passed to them are called. */
const quiet = (m: Machine, name: string): Exotic => {
  const pass = (args: Args, site: Site): Value => {
    m.force(m.escape(everyArgument(args), site, 'kept'), site)
    return ANYTHING
  }
  const fn = native(`sdk.${name}`, (args, _, site) => pass(args, site), {
    construct: (args, site) => pass(args, site),
  })
  return exotic(`#${name}`, 'package', {}, () => [fn])
}
