// The actions of S3's operations. Every operation of the client is here or in s3.ts:
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html

/** The actions of an operation on objects. */
export interface ObjectActions {
  readonly plain: ReadonlyArray<string>
  /** In the place of `plain` when the input has a `VersionId`. */
  readonly ofVersion?: ReadonlyArray<string>
  /** Beside the others when the input has the field. */
  readonly further?: Readonly<Record<string, string>>
}

// The object that is there is compared with the ETag, and whoever may not read it may not ask:
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html
const CONDITION = { IfMatch: 'GetObject' }

const ACL_FIELDS = {
  ACL: 'PutObjectAcl',
  GrantFullControl: 'PutObjectAcl',
  GrantRead: 'PutObjectAcl',
  GrantReadACP: 'PutObjectAcl',
  GrantWriteACP: 'PutObjectAcl',
}

/** What puts an object, and what it puts beside it. */
export const WRITE: ObjectActions = {
  plain: ['PutObject'],
  further: {
    ...ACL_FIELDS,
    Tagging: 'PutObjectTagging',
    ObjectLockMode: 'PutObjectRetention',
    ObjectLockRetainUntilDate: 'PutObjectRetention',
    ObjectLockLegalHoldStatus: 'PutObjectLegalHold',
    ...CONDITION,
  },
}

const BYPASS = { BypassGovernanceRetention: 'BypassGovernanceRetention' }

const read: ObjectActions = { plain: ['GetObject'], ofVersion: ['GetObjectVersion'] }

const versioned = (plain: string, ofVersion: string): ObjectActions => ({
  plain: [plain],
  ofVersion: [ofVersion],
})

const same = (action: string): ObjectActions => ({ plain: [action] })

export const OBJECT_ACTIONS: Readonly<Record<string, ObjectActions>> = {
  AbortMultipartUpload: same('AbortMultipartUpload'),
  CompleteMultipartUpload: { ...same('PutObject'), further: CONDITION },
  CreateMultipartUpload: WRITE,
  DeleteObject: {
    ...versioned('DeleteObject', 'DeleteObjectVersion'),
    further: { ...BYPASS, ...CONDITION },
  },
  DeleteObjectAnnotation: versioned('DeleteObjectAnnotation', 'DeleteObjectVersionAnnotation'),
  DeleteObjectTagging: versioned('DeleteObjectTagging', 'DeleteObjectVersionTagging'),
  GetObject: read,
  GetObjectAcl: versioned('GetObjectAcl', 'GetObjectVersionAcl'),
  GetObjectAnnotation: versioned('GetObjectAnnotation', 'GetObjectVersionAnnotation'),
  GetObjectAttributes: {
    plain: ['GetObject', 'GetObjectAttributes'],
    ofVersion: ['GetObjectVersion', 'GetObjectVersionAttributes'],
  },
  GetObjectLegalHold: same('GetObjectLegalHold'),
  GetObjectRetention: same('GetObjectRetention'),
  GetObjectTagging: versioned('GetObjectTagging', 'GetObjectVersionTagging'),
  GetObjectTorrent: same('GetObjectTorrent'),
  HeadObject: read,
  ListObjectAnnotations: versioned('ListObjectAnnotations', 'ListObjectVersionAnnotations'),
  ListParts: same('ListMultipartUploadParts'),
  PutObject: WRITE,
  PutObjectAcl: versioned('PutObjectAcl', 'PutObjectVersionAcl'),
  PutObjectAnnotation: versioned('PutObjectAnnotation', 'PutObjectVersionAnnotation'),
  PutObjectLegalHold: same('PutObjectLegalHold'),
  PutObjectRetention: { ...same('PutObjectRetention'), further: BYPASS },
  PutObjectTagging: versioned('PutObjectTagging', 'PutObjectVersionTagging'),
  RestoreObject: same('RestoreObject'),
  SelectObjectContent: same('GetObject'),
  UpdateObjectEncryption: same('UpdateObjectEncryption'),
  UploadPart: same('PutObject'),
}

// Operations on a bucket, each with its action where that has another name.
const ON_BUCKETS = `
  CreateBucketMetadataConfiguration:CreateBucketMetadataTableConfiguration CreateBucketMetadataTableConfiguration
  DeleteBucket DeleteBucketAnalyticsConfiguration:PutAnalyticsConfiguration DeleteBucketCors:PutBucketCORS
  DeleteBucketEncryption:PutEncryptionConfiguration
  DeleteBucketIntelligentTieringConfiguration:PutIntelligentTieringConfiguration
  DeleteBucketInventoryConfiguration:PutInventoryConfiguration DeleteBucketLifecycle:PutLifecycleConfiguration
  DeleteBucketMetadataConfiguration:DeleteBucketMetadataTableConfiguration DeleteBucketMetadataTableConfiguration
  DeleteBucketMetricsConfiguration:PutMetricsConfiguration DeleteBucketOwnershipControls:PutBucketOwnershipControls
  DeleteBucketPolicy DeleteBucketReplication:PutReplicationConfiguration DeleteBucketTagging:PutBucketTagging
  DeleteBucketWebsite DeletePublicAccessBlock:PutBucketPublicAccessBlock
  GetBucketAbac GetBucketAccelerateConfiguration:GetAccelerateConfiguration GetBucketAcl
  GetBucketAnalyticsConfiguration:GetAnalyticsConfiguration GetBucketCors:GetBucketCORS
  GetBucketEncryption:GetEncryptionConfiguration
  GetBucketIntelligentTieringConfiguration:GetIntelligentTieringConfiguration
  GetBucketInventoryConfiguration:GetInventoryConfiguration GetBucketLifecycle:GetLifecycleConfiguration
  GetBucketLifecycleConfiguration:GetLifecycleConfiguration GetBucketLocation GetBucketLogging
  GetBucketMetadataConfiguration:GetBucketMetadataTableConfiguration GetBucketMetadataTableConfiguration
  GetBucketMetricsConfiguration:GetMetricsConfiguration GetBucketNotification
  GetBucketNotificationConfiguration:GetBucketNotification GetBucketOwnershipControls GetBucketPolicy
  GetBucketPolicyStatus GetBucketReplication:GetReplicationConfiguration GetBucketRequestPayment GetBucketTagging
  GetBucketVersioning GetBucketWebsite GetObjectLockConfiguration:GetBucketObjectLockConfiguration
  GetPublicAccessBlock:GetBucketPublicAccessBlock
  HeadBucket:ListBucket
  ListBucketAnalyticsConfigurations:GetAnalyticsConfiguration
  ListBucketIntelligentTieringConfigurations:GetIntelligentTieringConfiguration
  ListBucketInventoryConfigurations:GetInventoryConfiguration ListBucketMetricsConfigurations:GetMetricsConfiguration
  ListMultipartUploads:ListBucketMultipartUploads ListObjects:ListBucket ListObjectsV2:ListBucket
  ListObjectVersions:ListBucketVersions
  PutBucketAbac PutBucketAccelerateConfiguration:PutAccelerateConfiguration PutBucketAcl
  PutBucketAnalyticsConfiguration:PutAnalyticsConfiguration PutBucketCors:PutBucketCORS
  PutBucketEncryption:PutEncryptionConfiguration
  PutBucketIntelligentTieringConfiguration:PutIntelligentTieringConfiguration
  PutBucketInventoryConfiguration:PutInventoryConfiguration PutBucketLifecycle:PutLifecycleConfiguration
  PutBucketLifecycleConfiguration:PutLifecycleConfiguration PutBucketLogging
  PutBucketMetricsConfiguration:PutMetricsConfiguration PutBucketNotification
  PutBucketNotificationConfiguration:PutBucketNotification PutBucketOwnershipControls PutBucketPolicy
  PutBucketRequestPayment PutBucketTagging PutBucketVersioning PutBucketWebsite
  PutObjectLockConfiguration:PutBucketObjectLockConfiguration PutPublicAccessBlock:PutBucketPublicAccessBlock
  UpdateBucketMetadataAnnotationTableConfiguration UpdateBucketMetadataInventoryTableConfiguration
  UpdateBucketMetadataJournalTableConfiguration
`

export const BUCKET_ACTIONS: Readonly<Record<string, ReadonlyArray<string>>> = Object.fromEntries(
  ON_BUCKETS.trim()
    .split(/\s+/)
    .map((entry) => {
      const [operation = '', action = operation] = entry.split(':')
      return [operation, [action]]
    }),
)
