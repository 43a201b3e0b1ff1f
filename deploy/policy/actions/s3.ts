import type { SdkCall } from '../sdk-call.ts'
import type { Service } from './by-data.ts'
import { at, given, itemsAt, mayBeAbsent } from './input.ts'
import { keyIn } from './kms.ts'
import { BUCKET_ACTIONS, OBJECT_ACTIONS, type ObjectActions, WRITE } from './s3-actions.ts'
import {
  type Bucket,
  bucketsOf,
  bucketTarget,
  directoryTarget,
  isDirectory,
  keysOf,
  objectTarget,
  serviceOf,
  sourcesOf,
} from './s3-place.ts'
import { type Spelling, spellings, UNSAID } from './spelling.ts'
import { arn, byField, EVERYTHING, type Need, OWN_ACCOUNT, OWN_REGION, type Rule } from './target.ts'

// The permissions of each operation: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html

const SESSION = 's3express:CreateSession'

/** What a directory bucket grants for its objects and their list: a session, whatever is done in it. */
const session = (call: SdkCall, bucket: Bucket): Need => ({
  action: SESSION,
  on: directoryTarget(call, bucket),
})

const onObjects = (
  call: SdkCall,
  bucket: Bucket,
  keys: ReadonlyArray<Spelling>,
  actions: ReadonlyArray<string>,
): ReadonlyArray<Need> => {
  if (isDirectory(bucket)) return [session(call, bucket)]
  const on = objectTarget(call, bucket, keys)
  return actions.map((action) => ({ action: `${serviceOf(bucket)}:${action}`, on }))
}

/** A sentence on fields that would ask for more, where the input is not wholly known; it hangs on what is needed anyway. */
const withDoubt = (
  call: SdkCall,
  needs: ReadonlyArray<Need>,
  doubts: ReadonlyArray<string>,
): ReadonlyArray<Need> =>
  doubts.length === 0
    ? needs
    : needs.map(({ action, on }) => ({
        action,
        on: {
          arns: on.arns,
          gaps: [
            ...on.gaps,
            `What ${call.operation} is given is only partly known: it needs more when it sets ${doubts.join(', ')}. If it does, say so with grants.`,
          ],
        },
      }))

/** The actions on an object, by the version and the further fields that the input sets. */
const objectRule =
  ({ plain, ofVersion, further = {} }: ObjectActions): Rule =>
  (call) => {
    const version = ofVersion === undefined ? 'no' : given(call.input, 'VersionId')
    const mayBePlain = version !== 'yes' || mayBeAbsent(call.input, 'VersionId')
    const fields = Object.keys(further)
    const more = fields.filter((name) => given(call.input, name) === 'yes').map((name) => further[name] ?? '')
    const actions = new Set([
      ...(mayBePlain ? plain : []),
      ...(version === 'yes' ? (ofVersion ?? []) : []),
      ...more,
    ])
    const needs = bucketsOf(call).flatMap((bucket) => onObjects(call, bucket, keysOf(call), [...actions]))
    const doubts = [
      ...(version === 'maybe' ? ['VersionId'] : []),
      ...fields.filter((name) => given(call.input, name) === 'maybe'),
    ]
    return [...withDoubt(call, needs, doubts), ...encryption(call)]
  }

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html: a multipart upload is decrypted, too.
const encryption: Rule = (call) => {
  const key = keyIn('SSEKMSKeyId')(call)
  if (key === undefined) return []
  const isInParts = call.operation === 'CreateMultipartUpload'
  return ['kms:GenerateDataKey', ...(isInParts ? ['kms:Decrypt'] : [])].map((action) => ({ action, on: key }))
}

const bucketRule =
  (actions: ReadonlyArray<string>): Rule =>
  (call) =>
    bucketsOf(call).flatMap((bucket): ReadonlyArray<Need> => {
      if (isDirectory(bucket)) {
        const isList = actions.includes('ListBucket')
        return isList
          ? [session(call, bucket)]
          : actions.map((action) => ({ action: `s3express:${action}`, on: directoryTarget(call, bucket) }))
      }
      return actions.map((action) => ({
        action: `${serviceOf(bucket)}:${action}`,
        on: bucketTarget(call, bucket),
      }))
    })

// A copy takes the tags along unless it is told otherwise, and fails when there are some and these actions are missing.
// Whether there are is not in the source, so it must ask for them.
const copiesTags = (call: SdkCall): boolean =>
  spellings(at(call.input, 'TaggingDirective')).some(({ text }) => text === 'COPY')

/** The source is read, in the version that it names. */
const readSource: Rule = (call) =>
  sourcesOf(call).flatMap(({ bucket, key, hasVersion }) => {
    const version = hasVersion ? 'Version' : ''
    const tags = copiesTags(call) ? [`GetObject${version}Tagging`] : []
    return onObjects(call, bucket, [key], [`GetObject${version}`, ...tags])
  })

const writeObject = objectRule(WRITE)

const deleteObjects: Rule = (call) => {
  const { items, mayBeMore } = itemsAt(call.input, 'Delete.Objects')
  const bypasses =
    given(call.input, 'BypassGovernanceRetention') === 'yes' ? ['BypassGovernanceRetention'] : []
  const of = (keys: ReadonlyArray<Spelling>, actions: ReadonlyArray<string>): ReadonlyArray<Need> =>
    keys.length === 0
      ? []
      : bucketsOf(call).flatMap((bucket) => onObjects(call, bucket, keys, [...actions, ...bypasses]))
  const versions = items.filter((item) => given(item, 'VersionId') === 'yes')
  const plain = items.filter((item) => mayBeAbsent(item, 'VersionId'))
  const compared = items.filter((item) => given(item, 'ETag') === 'yes')
  const keys = (all: typeof items) =>
    all.flatMap((item) => {
      const found = spellings(at(item, 'Key'))
      return found.length === 0 ? [UNSAID] : found
    })
  return [
    ...of(mayBeMore || items.length === 0 ? [...keys(plain), UNSAID] : keys(plain), ['DeleteObject']),
    ...of(keys(versions), ['DeleteObjectVersion']),
    ...of(keys(compared), ['GetObject']),
  ]
}

const createBucket: Rule = (call) => {
  const further: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
    ['ACL', ['PutBucketAcl']],
    ['ObjectLockEnabledForBucket', ['PutBucketObjectLockConfiguration', 'PutBucketVersioning']],
    ['ObjectOwnership', ['PutBucketOwnershipControls']],
    ['CreateBucketConfiguration.Tags', ['TagResource']],
  ]
  const more = further.flatMap(([name, actions]) => (given(call.input, name) === 'yes' ? actions : []))
  return bucketRule(['CreateBucket', ...more])(call)
}

const passedRole = byField('ReplicationConfiguration.Role', {
  isArn: true,
  arn: (_, { account }) => arn('iam', { region: '', account }, 'role/*'),
})

const special: Readonly<Record<string, Rule>> = {
  CopyObject: (call) => [
    ...readSource(call),
    ...writeObject(call),
    ...(copiesTags(call) ? objectRule({ plain: ['PutObjectTagging'] })(call) : []),
  ],
  UploadPartCopy: (call) => [...readSource(call), ...objectRule({ plain: ['PutObject'] })(call)],
  DeleteObjects: deleteObjects,
  CreateBucket: createBucket,
  ListBuckets: () => [{ action: 's3:ListAllMyBuckets', on: EVERYTHING }],
  ListDirectoryBuckets: () => [{ action: 's3express:ListAllMyDirectoryBuckets', on: EVERYTHING }],
  CreateSession: (call) => bucketsOf(call).map((bucket) => session(call, bucket)),
  RenameObject: (call) => bucketsOf(call).map((bucket) => session(call, bucket)),
  PutBucketReplication: (call) => {
    const role = passedRole(call)
    return [
      ...bucketRule(['PutReplicationConfiguration'])(call),
      ...(role === undefined ? [] : [{ action: 'iam:PassRole', on: role }]),
    ]
  },
  WriteGetObjectResponse: (call) => [
    {
      action: 's3-object-lambda:WriteGetObjectResponse',
      on: {
        arns: [arn('s3-object-lambda', { region: OWN_REGION, account: OWN_ACCOUNT }, 'accesspoint/*')],
        gaps: [
          `${call.operation} answers whichever access point has called, so every one of Object Lambda is allowed. Say which with grants.`,
        ],
      },
    },
  ],
}

const of = <A>(
  table: Readonly<Record<string, A>>,
  rule: (actions: A) => Rule,
): ReadonlyArray<[string, Rule]> =>
  Object.entries(table).map(([operation, actions]) => [operation, rule(actions)])

/** What each operation of S3 needs. */
export const s3Rules: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(of(BUCKET_ACTIONS, bucketRule)),
  ...Object.fromEntries(of(OBJECT_ACTIONS, objectRule)),
  ...special,
}

/** The account's own settings are called otherwise than a bucket's. */
export const s3Control: Service = {
  actions: {
    DeletePublicAccessBlock: ['PutAccountPublicAccessBlock'],
    GetPublicAccessBlock: ['GetAccountPublicAccessBlock'],
    PutPublicAccessBlock: ['PutAccountPublicAccessBlock'],
  },
}
