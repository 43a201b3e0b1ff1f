import type { SdkCall } from '../sdk-call.ts'
import { at } from './input.ts'
import { collapsed, isArnText, type Spelling, spellings, UNSAID } from './spelling.ts'
import { arn, gapsOf, OWN_ACCOUNT, regionsOf, type Target, together } from './target.ts'

// Where an S3 operation works: a bucket by its name, an access point by its ARN, a directory bucket by the end of its
// name. https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html

/** A bucket, and what the source says of it. */
export interface Bucket {
  readonly spelling: Spelling
  /** The field that says it, for sentences. */
  readonly what: string
}

const or = (all: ReadonlyArray<Spelling>): ReadonlyArray<Spelling> => (all.length === 0 ? [UNSAID] : all)

/** The buckets that a call names. */
export const bucketsOf = ({ input }: SdkCall): ReadonlyArray<Bucket> =>
  or(spellings(at(input, 'Bucket'))).map((spelling) => ({ spelling, what: 'Bucket' }))

/** The keys that a field of a call names; any key where it has none. */
export const keysOf = ({ input }: SdkCall, field = 'Key'): ReadonlyArray<Spelling> =>
  or(spellings(at(input, field)))

/** Whether it is a directory bucket, which grants sessions instead of operations. */
export const isDirectory = ({ spelling: { text } }: Bucket): boolean => text.endsWith('--x-s3')

/** The service whose actions count: that of an access point's ARN when it has its own, `s3-object-lambda`. */
export const serviceOf = ({ spelling: { text } }: Bucket): string =>
  /^arn:[^:]*:(s3-object-lambda|s3-outposts):/.exec(text)?.[1] ?? 's3'

// Both must grant: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
const behind = (call: SdkCall, bucket: Bucket): ReadonlyArray<string> =>
  /:accesspoint[/:]/.test(bucket.spelling.text) && serviceOf(bucket) === 's3'
    ? [
        `${bucket.what} of ${call.operation} is an access point, and the bucket behind it, which it does not name, must grant as well: by a policy that leaves it to its access points, or by the same permission on it. If the latter, say so with grants.`,
      ]
    : []

const gapsIn = (call: SdkCall, bucket: Bucket): ReadonlyArray<string> => [
  ...gapsOf(call, bucket.what, bucket.spelling),
  ...behind(call, bucket),
]

const bucketArn = ({ spelling: { text } }: Bucket): string =>
  isArnText(text) ? text : `arn:\${AWS::Partition}:s3:::${text === '' ? '*' : text}`

/** The bucket, or the access point that stands for it. */
export const bucketTarget = (call: SdkCall, bucket: Bucket): Target => ({
  arns: [bucketArn(bucket)],
  gaps: gapsIn(call, bucket),
})

/** A session's resource: the directory bucket itself. */
export const directoryTarget = (call: SdkCall, bucket: Bucket): Target => ({
  arns: regionsOf(call).map(({ text: region }) =>
    arn('s3express', { region, account: OWN_ACCOUNT }, `bucket/${bucket.spelling.text}`),
  ),
  gaps: gapsIn(call, bucket),
})

/** Objects of a bucket. A key that only running decides is no gap: there is nothing narrower to grant. */
export const objectTarget = (call: SdkCall, bucket: Bucket, keys: ReadonlyArray<Spelling>): Target => {
  const inside = bucketArn(bucket)
  const separator = /:accesspoint[/:]/.test(inside) && serviceOf(bucket) === 's3' ? '/object/' : '/'
  // An access point of Object Lambda is itself the resource.
  const isWhole = serviceOf(bucket) === 's3-object-lambda'
  return together(
    keys.map((key) => ({
      arns: [isWhole ? inside : collapsed(`${inside}${separator}${key.text === '' ? '*' : key.text}`)],
      gaps: [...gapsIn(call, bucket), ...(key.variables.length > 0 ? gapsOf(call, 'Key', key) : [])],
    })),
  )
}

/** An object that is copied from. */
export interface Source {
  readonly bucket: Bucket
  readonly key: Spelling
  readonly hasVersion: boolean
}

// What only running decides may be a piece of an escape, which then is no valid one.
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The source of a copy: `bucket/key`, escaped as in a URL, or an access point's ARN, `…/object/key`; `?versionId=…`
 * after either. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export const sourcesOf = ({ input }: SdkCall): ReadonlyArray<Source> =>
  or(spellings(at(input, 'CopySource'))).map((spelling) => {
    const [path = '', query] = spelling.text.replace(/^\//, '').split('?versionId=')
    const text = decoded(path)
    const [, accessPoint, objectKey] = /^(arn:.*?:accesspoint[/:][^/]+)\/object\/(.*)$/.exec(text) ?? []
    const slash = text.indexOf('/')
    const bucket = accessPoint ?? (slash === -1 ? text : text.slice(0, slash))
    const key = objectKey ?? (slash === -1 ? '*' : text.slice(slash + 1))
    return {
      bucket: { spelling: { ...spelling, text: bucket }, what: 'CopySource' },
      key: { ...spelling, variables: [], text: key },
      hasVersion: query !== undefined,
    }
  })
