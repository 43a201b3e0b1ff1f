import { choices, field, type Known } from '../known.ts'
import type { SdkCall } from '../sdk-call.ts'
import { at, given, mayBeAbsent } from './input.ts'
import { objectTarget } from './s3-place.ts'
import { collapsed, type Spelling, spellings, UNSAID } from './spelling.ts'
import { byField, type Need, type Rule, type Target, together } from './target.ts'

// What a service that is handed a place in S3 or a topic reads and writes there with the caller's permissions:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html

const deepest = 12

/** The values of the fields of a name, wherever they are in an input. */
const inside = (known: Known, name: string, depth = 0): ReadonlyArray<Known> =>
  depth > deepest
    ? []
    : choices(known).flatMap((each): ReadonlyArray<Known> => {
        if (each.kind === 'list') return each.items.flatMap((item) => inside(item, name, depth + 1))
        if (each.kind !== 'record') return []
        return [...each.fields].flatMap(([key, value]) =>
          key === name ? [value] : inside(value, name, depth + 1),
        )
      })

const orAny = (all: ReadonlyArray<Spelling>): ReadonlyArray<Spelling> => (all.length === 0 ? [UNSAID] : all)

const objects = (
  call: SdkCall,
  what: string,
  buckets: ReadonlyArray<Spelling>,
  keys: ReadonlyArray<Spelling>,
): Target => together(orAny(buckets).map((spelling) => objectTarget(call, { spelling, what }, orAny(keys))))

/** `{ S3Object: { Bucket, Name, Version } }` */
const readsObjects: Rule = (call) =>
  inside(call.input, 'S3Object')
    .flatMap(choices)
    .filter(({ kind }) => kind !== 'literal')
    .flatMap((object) => {
      const on = objects(
        call,
        'Bucket of S3Object',
        spellings(field(object, 'Bucket')),
        spellings(field(object, 'Name')),
      )
      const actions = [
        ...(mayBeAbsent(object, 'Version') ? ['s3:GetObject'] : []),
        ...(given(object, 'Version') === 'yes' ? ['s3:GetObjectVersion'] : []),
      ]
      return actions.map((action) => ({ action, on }))
    })

/** What is below a prefix: a service makes up the rest of the names that it writes. */
const below = (keys: ReadonlyArray<Spelling>): ReadonlyArray<Spelling> =>
  orAny(keys).map((key) => ({ ...key, text: collapsed(`${key.text}*`) }))

/** Objects in the bucket of one field whose names begin with what another says. */
const writes =
  (bucketField: string, prefixField: string): Rule =>
  (call) =>
    given(call.input, bucketField) === 'yes'
      ? [
          {
            action: 's3:PutObject',
            on: objects(
              call,
              bucketField,
              spellings(at(call.input, bucketField)),
              below(spellings(at(call.input, prefixField))),
            ),
          },
        ]
      : []

// `s3://bucket/key`, `https://s3.eu-west-1.amazonaws.com/bucket/key`, `https://bucket.s3.eu-west-1.amazonaws.com/key`
const URI =
  /^(?:s3:\/\/([^/]+)|https:\/\/s3[^/]*\.amazonaws\.com(?:\.cn)?\/([^/]+)|https:\/\/([^/]+?)\.s3[.-][^/]*)(?:\/(.*))?$/

/** The objects that a URI names; those below it when it is where something is written. */
export const objectsAt = (call: SdkCall, what: string, uri: Spelling, isPrefix: boolean): Target => {
  const [, plain, pathStyle, virtual, key = ''] = URI.exec(uri.text) ?? []
  const bucket = { ...uri, isArn: false, text: plain ?? pathStyle ?? virtual ?? '*' }
  const whole = { ...uri, variables: [], isArn: false, text: key === '' ? '*' : key }
  const keys = isPrefix
    ? below([{ ...whole, text: key === '' || key.endsWith('/') ? key : `${key}/` }])
    : [whole]
  return objects(call, what, [bucket], keys)
}

const reads =
  (name: string): Rule =>
  (call) => {
    const all = inside(call.input, name).flatMap(spellings)
    return all.length === 0
      ? []
      : [{ action: 's3:GetObject', on: together(all.map((uri) => objectsAt(call, name, uri, false))) }]
  }

const topic = byField('SnsTopicArn', {
  isArn: true,
  arn: (_, { region, account }) => `arn:\${AWS::Partition}:sns:${region}:${account}:*`,
})

/** https://docs.aws.amazon.com/polly/latest/dg/asynchronous-iam.html */
const speech: Rule = (call) => {
  const on = topic(call)
  return [
    ...writes('OutputS3BucketName', 'OutputS3KeyPrefix')(call),
    ...(on === undefined ? [] : [{ action: 'sns:Publish', on }]),
  ]
}

/** With a role of its own, it is the role that reads: https://docs.aws.amazon.com/transcribe/latest/dg/security_iam_id-based-policy-examples.html */
const transcription: Rule = (call) =>
  inside(call.input, 'DataAccessRoleArn').length > 0
    ? []
    : [
        ...reads('MediaFileUri')(call),
        ...reads('RedactedMediaFileUri')(call),
        ...writes('OutputBucketName', 'OutputKey')(call),
      ]

const textract: Rule = (call) => [
  ...readsObjects(call),
  ...writes('OutputConfig.S3Bucket', 'OutputConfig.S3Prefix')(call),
]

/** A document, an image or a video of a message that is in S3. */
const message: Rule = (call) =>
  inside(call.input, 's3Location').flatMap((place) => reads('uri')({ ...call, input: place }))

const HANDED: Readonly<Record<string, Rule>> = {
  'bedrock-runtime': message,
  polly: speech,
  rekognition: readsObjects,
  textract,
  transcribe: transcription,
}

/** What a call needs beside its own action, for what it hands over. */
export const handedData = (call: SdkCall): ReadonlyArray<Need> =>
  Object.hasOwn(HANDED, call.client) ? (HANDED[call.client]?.(call) ?? []) : []
