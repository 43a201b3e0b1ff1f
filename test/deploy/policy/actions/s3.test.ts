import { expect, it } from 'vitest'
import {
  arn,
  compared,
  either,
  env,
  link,
  open,
  openList,
  type Row,
  RUN,
  s3,
  t,
  titled,
} from './known-input.ts'

const ap = 'arn:aws:s3:eu-west-1:123456789012:accesspoint/reports'
const behind = 'the bucket behind it'

const ROWS: ReadonlyArray<Row> = [
  {
    call: 's3 PutObject',
    input: { Bucket: 'b', Key: t`objects/${RUN}` },
    needs: { 's3:PutObject': s3('b/objects/*') },
  },
  { call: 's3 PutObject', input: { Bucket: 'b', Key: RUN }, needs: { 's3:PutObject': s3('b/*') } },
  {
    call: 's3 PutObject',
    input: { Bucket: 'b', Key: t`a/${RUN}/${RUN}.json` },
    needs: { 's3:PutObject': s3('b/a/*/*.json') },
  },
  {
    call: 's3 PutObject',
    input: { Bucket: 'b', Key: t`${RUN}${RUN}` },
    needs: { 's3:PutObject': s3('b/*') },
  },
  {
    call: 's3 PutObject',
    input: { Bucket: 'b', Key: t`${env('PREFIX')}/x` },
    needs: { 's3:PutObject': s3('b/*/x') },
    says: ['process.env.PREFIX is not known'],
  },
  {
    call: 's3 PutObject',
    input: { Bucket: link('Photos', 'name'), Key: 'k' },
    needs: { 's3:PutObject': s3(`\${Resource.Photos.name}/k`) },
  },
  {
    call: 's3 PutObject',
    input: { Bucket: env('BUCKET'), Key: 'k' },
    needs: { 's3:PutObject': s3('*/k') },
    says: ['process.env.BUCKET is not known'],
  },
  {
    call: 's3 PutObject',
    input: { Bucket: t`photos-${env('STAGE')}`, Key: 'k' },
    needs: { 's3:PutObject': s3('photos-*/k') },
    says: ['process.env.STAGE is not known'],
  },
  {
    call: 's3 PutObject',
    input: { Bucket: t`photos-${env('AWS_REGION')}`, Key: 'k' },
    needs: { 's3:PutObject': s3(`photos-\${AWS::Region}/k`) },
  },
  {
    call: 's3 PutObject',
    input: { Bucket: RUN, Key: 'k' },
    needs: { 's3:PutObject': s3('*/k') },
    says: ['Bucket of PutObject is decided only when it runs'],
  },
  {
    call: 's3 PutObject',
    input: { Bucket: either('a', 'b'), Key: 'k' },
    needs: { 's3:PutObject': [s3('a/k'), s3('b/k')] },
  },
  {
    call: 's3 PutObject',
    input: either({ Bucket: 'a', Key: 'x' }, { Bucket: 'b', Key: 'y' }),
    needs: { 's3:PutObject': [s3('a/x'), s3('b/y')] },
  },
  {
    call: 's3 PutObject',
    input: { Bucket: 'b', Key: 'k', Tagging: 'a=b' },
    needs: { 's3:PutObject': s3('b/k'), 's3:PutObjectTagging': s3('b/k') },
  },
  {
    call: 's3 PutObject',
    input: { Bucket: 'b', Key: 'k', ACL: 'public-read' },
    needs: { 's3:PutObject': s3('b/k'), 's3:PutObjectAcl': s3('b/k') },
  },
  {
    call: 's3 PutObject',
    input: { Bucket: 'b', Key: 'k', ACL: undefined },
    needs: { 's3:PutObject': s3('b/k') },
  },
  {
    call: 's3 PutObject',
    input: {
      Bucket: 'b',
      Key: 'k',
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: RUN,
      ObjectLockLegalHoldStatus: 'ON',
    },
    needs: {
      's3:PutObject': s3('b/k'),
      's3:PutObjectRetention': s3('b/k'),
      's3:PutObjectLegalHold': s3('b/k'),
    },
  },
  {
    call: 's3 PutObject',
    input: { Bucket: 'b', Key: 'k', SSEKMSKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1' },
    needs: { 's3:PutObject': s3('b/k'), 'kms:GenerateDataKey': 'arn:aws:kms:eu-west-1:123456789012:key/1' },
  },
  {
    call: 's3 PutObject',
    input: open({ Bucket: 'b', Key: 'k' }),
    needs: { 's3:PutObject': s3('b/k') },
    says: ['it needs more when it sets ACL'],
  },
  { call: 's3 GetObject', input: { Bucket: 'b', Key: 'k' }, needs: { 's3:GetObject': s3('b/k') } },
  {
    call: 's3 GetObject',
    input: { Bucket: 'b', Key: 'k', VersionId: t`${RUN}` },
    needs: { 's3:GetObjectVersion': s3('b/k') },
  },
  {
    call: 's3 GetObject',
    input: { Bucket: 'b', Key: 'k', VersionId: either('1', undefined) },
    needs: { 's3:GetObject': s3('b/k'), 's3:GetObjectVersion': s3('b/k') },
  },
  {
    call: 's3 GetObject',
    input: { Bucket: 'b', Key: 'k', VersionId: { kind: 'unknown' } },
    needs: { 's3:GetObject': s3('b/k'), 's3:GetObjectVersion': s3('b/k') },
  },
  {
    call: 's3 GetObject',
    needs: { 's3:GetObject': s3('*/*') },
    says: ['Bucket of GetObject is decided only', 'when it sets VersionId'],
  },
  {
    call: 's3 GetObject',
    input: { Bucket: ap, Key: 'k' },
    needs: { 's3:GetObject': `${ap}/object/k` },
    says: [behind],
  },
  {
    call: 's3 GetObject',
    input: { Bucket: 'arn:aws:s3-object-lambda:eu-west-1:123456789012:accesspoint/x', Key: 'k' },
    needs: { 's3-object-lambda:GetObject': 'arn:aws:s3-object-lambda:eu-west-1:123456789012:accesspoint/x' },
  },
  {
    call: 's3 GetObject',
    input: { Bucket: 'b--euw1-az1--x-s3', Key: 'k' },
    needs: { 's3express:CreateSession': arn('s3express', 'bucket/b--euw1-az1--x-s3') },
  },
  { call: 's3 HeadObject', input: { Bucket: 'b', Key: 'k' }, needs: { 's3:GetObject': s3('b/k') } },
  {
    call: 's3 HeadObject',
    input: { Bucket: 'b', Key: 'k', VersionId: '1' },
    needs: { 's3:GetObjectVersion': s3('b/k') },
  },
  {
    call: 's3 GetObjectAttributes',
    input: { Bucket: 'b', Key: 'k' },
    needs: { 's3:GetObject': s3('b/k'), 's3:GetObjectAttributes': s3('b/k') },
  },
  {
    call: 's3 GetObjectTagging',
    input: { Bucket: 'b', Key: 'k', VersionId: '1' },
    needs: { 's3:GetObjectVersionTagging': s3('b/k') },
  },
  {
    call: 's3 PutObjectTagging',
    input: { Bucket: 'b', Key: 'k' },
    needs: { 's3:PutObjectTagging': s3('b/k') },
  },
  { call: 's3 PutObjectAcl', input: { Bucket: 'b', Key: 'k' }, needs: { 's3:PutObjectAcl': s3('b/k') } },
  { call: 's3 SelectObjectContent', input: { Bucket: 'b', Key: 'k' }, needs: { 's3:GetObject': s3('b/k') } },
  { call: 's3 DeleteObject', input: { Bucket: 'b', Key: 'k' }, needs: { 's3:DeleteObject': s3('b/k') } },
  {
    call: 's3 DeleteObject',
    input: { Bucket: 'b', Key: 'k', VersionId: '1' },
    needs: { 's3:DeleteObjectVersion': s3('b/k') },
  },
  {
    call: 's3 DeleteObject',
    input: { Bucket: 'b', Key: 'k', BypassGovernanceRetention: true },
    needs: { 's3:DeleteObject': s3('b/k'), 's3:BypassGovernanceRetention': s3('b/k') },
  },
  {
    call: 's3 DeleteObject',
    input: { Bucket: 'b', Key: 'k', BypassGovernanceRetention: false },
    needs: { 's3:DeleteObject': s3('b/k') },
  },
  {
    call: 's3 DeleteObjects',
    input: { Bucket: 'b', Delete: { Objects: [{ Key: t`a/${RUN}` }, { Key: 'c', VersionId: '1' }] } },
    needs: { 's3:DeleteObject': s3('b/a/*'), 's3:DeleteObjectVersion': s3('b/c') },
  },
  {
    call: 's3 DeleteObjects',
    input: { Bucket: 'b', Delete: { Objects: openList() } },
    needs: { 's3:DeleteObject': s3('b/*') },
  },
  {
    call: 's3 CopyObject',
    input: { Bucket: 'b', Key: 'k', CopySource: 'src/a%20b' },
    needs: { 's3:GetObject': s3('src/a b'), 's3:PutObject': s3('b/k') },
  },
  {
    call: 's3 CopyObject',
    input: { Bucket: 'b', Key: 'k', CopySource: t`/${link('Src', 'name')}/in/${RUN}` },
    needs: { 's3:GetObject': s3(`\${Resource.Src.name}/in/*`), 's3:PutObject': s3('b/k') },
  },
  {
    call: 's3 CopyObject',
    input: { Bucket: 'b', Key: 'k', CopySource: t`src/a?versionId=${RUN}` },
    needs: { 's3:GetObjectVersion': s3('src/a'), 's3:PutObject': s3('b/k') },
  },
  {
    call: 's3 CopyObject',
    input: { Bucket: 'b', Key: 'k', CopySource: `${ap}/object/a` },
    needs: { 's3:GetObject': `${ap}/object/a`, 's3:PutObject': s3('b/k') },
    says: [behind],
  },
  {
    call: 's3 CopyObject',
    input: { Bucket: 'b', Key: 'k', CopySource: RUN },
    needs: { 's3:GetObject': s3('*/*'), 's3:PutObject': s3('b/k') },
    says: ['CopySource of CopyObject is decided only'],
  },
  {
    call: 's3 CopyObject',
    input: { Bucket: 'b', Key: 'k', CopySource: 'src/a', TaggingDirective: 'REPLACE', Tagging: 'a=b' },
    needs: { 's3:GetObject': s3('src/a'), 's3:PutObject': s3('b/k'), 's3:PutObjectTagging': s3('b/k') },
  },
  {
    call: 's3 CopyObject',
    input: { Bucket: 'b', Key: 'k', CopySource: 'src/a', TaggingDirective: 'COPY' },
    needs: {
      's3:GetObject': s3('src/a'),
      's3:GetObjectTagging': s3('src/a'),
      's3:PutObject': s3('b/k'),
      's3:PutObjectTagging': s3('b/k'),
    },
  },
  {
    call: 's3 UploadPartCopy',
    input: { Bucket: 'b', Key: 'k', CopySource: 'src/a' },
    needs: { 's3:GetObject': s3('src/a'), 's3:PutObject': s3('b/k') },
  },
  {
    call: 's3 CreateMultipartUpload',
    input: { Bucket: 'b', Key: 'k', Tagging: 'a=b' },
    needs: { 's3:PutObject': s3('b/k'), 's3:PutObjectTagging': s3('b/k') },
  },
  {
    call: 's3 CreateMultipartUpload',
    input: { Bucket: 'b', Key: 'k', SSEKMSKeyId: 'k1' },
    needs: {
      's3:PutObject': s3('b/k'),
      'kms:GenerateDataKey': arn('kms', 'key/k1'),
      'kms:Decrypt': arn('kms', 'key/k1'),
    },
  },
  { call: 's3 UploadPart', input: { Bucket: 'b', Key: 'k' }, needs: { 's3:PutObject': s3('b/k') } },
  {
    call: 's3 CompleteMultipartUpload',
    input: { Bucket: 'b', Key: 'k' },
    needs: { 's3:PutObject': s3('b/k') },
  },
  {
    call: 's3 AbortMultipartUpload',
    input: { Bucket: 'b', Key: 'k' },
    needs: { 's3:AbortMultipartUpload': s3('b/k') },
  },
  {
    call: 's3 ListParts',
    input: { Bucket: 'b', Key: 'k' },
    needs: { 's3:ListMultipartUploadParts': s3('b/k') },
  },
  {
    call: 's3 ListMultipartUploads',
    input: { Bucket: 'b' },
    needs: { 's3:ListBucketMultipartUploads': s3('b') },
  },
  { call: 's3 ListObjectsV2', input: { Bucket: 'b', Prefix: 'a/' }, needs: { 's3:ListBucket': s3('b') } },
  { call: 's3 ListObjects', input: { Bucket: 'b' }, needs: { 's3:ListBucket': s3('b') } },
  { call: 's3 ListObjectVersions', input: { Bucket: 'b' }, needs: { 's3:ListBucketVersions': s3('b') } },
  { call: 's3 ListObjectsV2', input: { Bucket: ap }, needs: { 's3:ListBucket': ap }, says: [behind] },
  { call: 's3 HeadBucket', input: { Bucket: 'b' }, needs: { 's3:ListBucket': s3('b') } },
  { call: 's3 ListBuckets', input: {}, needs: { 's3:ListAllMyBuckets': '*' } },
  { call: 's3 CreateBucket', input: { Bucket: 'b' }, needs: { 's3:CreateBucket': s3('b') } },
  {
    call: 's3 CreateBucket',
    input: { Bucket: 'b', ACL: 'private' },
    needs: { 's3:CreateBucket': s3('b'), 's3:PutBucketAcl': s3('b') },
  },
  { call: 's3 GetBucketCors', input: { Bucket: 'b' }, needs: { 's3:GetBucketCORS': s3('b') } },
  {
    call: 's3 PutBucketLifecycleConfiguration',
    input: { Bucket: 'b' },
    needs: { 's3:PutLifecycleConfiguration': s3('b') },
  },
  {
    call: 's3 DeleteBucketEncryption',
    input: { Bucket: 'b' },
    needs: { 's3:PutEncryptionConfiguration': s3('b') },
  },
  { call: 's3 GetBucketLocation', input: { Bucket: 'b' }, needs: { 's3:GetBucketLocation': s3('b') } },
  {
    call: 's3 PutBucketReplication',
    input: { Bucket: 'b', ReplicationConfiguration: { Role: 'arn:aws:iam::123456789012:role/r' } },
    needs: { 's3:PutReplicationConfiguration': s3('b'), 'iam:PassRole': 'arn:aws:iam::123456789012:role/r' },
  },
]

it.each(titled(ROWS))('%s', (_, row) => {
  const { is, should } = compared(row)
  expect(is).toEqual(should)
})
