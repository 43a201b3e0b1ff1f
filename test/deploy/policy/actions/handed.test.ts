import { expect, it } from 'vitest'
import { arn, compared, either, env, link, type Row, RUN, s3, t, titled } from './known-input.ts'

// What a service does with the caller's permissions when it is handed a place in S3, a topic or a secret.

const role = 'arn:aws:iam::123456789012:role/r'
const done = 'arn:aws:sns:eu-west-1:123456789012:done'
const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1B2c3'
const cluster = arn('redshift', 'cluster:c')
const workgroup = arn('athena', 'workgroup/w')
const whatQueriesDo = 'also needs what its query does'

const ROWS: ReadonlyArray<Row> = [
  {
    call: 'rekognition DetectLabels',
    input: { Image: { S3Object: { Bucket: 'photos', Name: t`in/${RUN}` } } },
    needs: { 'rekognition:DetectLabels': '*', 's3:GetObject': s3('photos/in/*') },
  },
  {
    call: 'rekognition DetectLabels',
    input: { Image: { S3Object: { Bucket: link('Photos', 'name'), Name: RUN, Version: 'v' } } },
    needs: { 'rekognition:DetectLabels': '*', 's3:GetObjectVersion': s3(`\${Resource.Photos.name}/*`) },
  },
  {
    call: 'rekognition DetectLabels',
    input: { Image: { S3Object: { Bucket: env('PHOTOS'), Name: 'a' } } },
    needs: { 'rekognition:DetectLabels': '*', 's3:GetObject': s3('*/a') },
    says: ['process.env.PHOTOS is not known'],
  },
  {
    call: 'rekognition DetectLabels',
    input: { Image: { Bytes: RUN } },
    needs: { 'rekognition:DetectLabels': '*' },
  },
  {
    call: 'rekognition CompareFaces',
    input: {
      SourceImage: either({ Bytes: RUN }, { S3Object: { Bucket: 'a', Name: 'k' } }),
      TargetImage: { S3Object: { Bucket: 'b', Name: RUN } },
    },
    needs: { 'rekognition:CompareFaces': '*', 's3:GetObject': [s3('a/k'), s3('b/*')] },
  },
  {
    call: 'rekognition StartLabelDetection',
    input: {
      Video: { S3Object: { Bucket: 'videos', Name: RUN } },
      NotificationChannel: { SNSTopicArn: done, RoleArn: role },
    },
    needs: {
      'rekognition:StartLabelDetection': '*',
      's3:GetObject': s3('videos/*'),
      'iam:PassRole': role,
    },
  },
  {
    call: 'textract AnalyzeDocument',
    input: { Document: { S3Object: { Bucket: 'docs', Name: RUN } }, FeatureTypes: ['TABLES'] },
    needs: { 'textract:AnalyzeDocument': '*', 's3:GetObject': s3('docs/*') },
  },
  {
    call: 'textract StartDocumentAnalysis',
    input: {
      DocumentLocation: { S3Object: { Bucket: 'docs', Name: RUN } },
      OutputConfig: { S3Bucket: 'out', S3Prefix: 'pages/' },
    },
    needs: {
      'textract:StartDocumentAnalysis': '*',
      's3:GetObject': s3('docs/*'),
      's3:PutObject': s3('out/pages/*'),
    },
  },
  {
    call: 'polly StartSpeechSynthesisTask',
    input: { Text: RUN, OutputS3BucketName: 'audio', SnsTopicArn: done },
    needs: { 'polly:StartSpeechSynthesisTask': '*', 's3:PutObject': s3('audio/*'), 'sns:Publish': done },
  },
  {
    call: 'transcribe StartTranscriptionJob',
    input: { Media: { MediaFileUri: t`s3://audio/${RUN}` }, OutputBucketName: 'texts', OutputKey: 'en/' },
    needs: {
      'transcribe:StartTranscriptionJob': '*',
      's3:GetObject': s3('audio/*'),
      's3:PutObject': s3('texts/en/*'),
    },
  },
  {
    call: 'transcribe StartTranscriptionJob',
    input: { Media: { MediaFileUri: t`https://s3.${env('AWS_REGION')}.amazonaws.com/audio/a.mp3` } },
    needs: { 'transcribe:StartTranscriptionJob': '*', 's3:GetObject': s3('audio/a.mp3') },
  },
  {
    call: 'transcribe StartTranscriptionJob',
    input: { Media: { MediaFileUri: 'https://audio.s3.eu-west-1.amazonaws.com/x/a.mp3' } },
    needs: { 'transcribe:StartTranscriptionJob': '*', 's3:GetObject': s3('audio/x/a.mp3') },
  },
  {
    call: 'transcribe StartTranscriptionJob',
    input: { Media: { MediaFileUri: RUN } },
    needs: { 'transcribe:StartTranscriptionJob': '*', 's3:GetObject': s3('*/*') },
    says: ['MediaFileUri of StartTranscriptionJob is decided only when it runs'],
  },
  {
    call: 'transcribe StartTranscriptionJob',
    input: { Media: { MediaFileUri: 's3://audio/a' }, JobExecutionSettings: { DataAccessRoleArn: role } },
    needs: { 'transcribe:StartTranscriptionJob': '*', 'iam:PassRole': role },
  },
  {
    call: 'bedrock-runtime Converse',
    input: {
      modelId: 'a.b',
      messages: [{ content: [{ document: { source: { s3Location: { uri: t`s3://docs/${RUN}` } } } }] }],
    },
    needs: {
      'bedrock:InvokeModel': `arn:\${AWS::Partition}:bedrock:\${AWS::Region}::foundation-model/a.b`,
      's3:GetObject': s3('docs/*'),
    },
  },
  {
    call: 'translate TranslateText',
    input: { Text: RUN, SourceLanguageCode: either(RUN, 'auto') },
    needs: { 'translate:TranslateText': '*', 'comprehend:DetectDominantLanguage': '*' },
  },
  {
    call: 'translate TranslateText',
    input: { Text: RUN, SourceLanguageCode: 'de' },
    needs: { 'translate:TranslateText': '*' },
  },
  {
    call: 'translate TranslateText',
    input: { Text: RUN, SourceLanguageCode: RUN },
    needs: { 'translate:TranslateText': '*' },
    says: ['if it may be auto'],
  },
  {
    call: 'athena StartQueryExecution',
    input: { WorkGroup: 'w', ResultConfiguration: { OutputLocation: 's3://out/x' } },
    needs: {
      'athena:StartQueryExecution': workgroup,
      's3:AbortMultipartUpload': s3('out/x/*'),
      's3:GetBucketLocation': s3('out'),
      's3:GetObject': s3('out/x/*'),
      's3:ListBucket': s3('out'),
      's3:ListBucketMultipartUploads': s3('out'),
      's3:ListMultipartUploadParts': s3('out/x/*'),
      's3:PutObject': s3('out/x/*'),
    },
    says: [whatQueriesDo],
  },
  {
    call: 'athena StartQueryExecution',
    input: { WorkGroup: 'w' },
    needs: { 'athena:StartQueryExecution': workgroup },
    says: [whatQueriesDo],
  },
  {
    call: 'redshift-data ExecuteStatement',
    input: { ClusterIdentifier: 'c', Database: 'd', SecretArn: secret },
    needs: { 'redshift-data:ExecuteStatement': cluster, 'secretsmanager:GetSecretValue': secret },
  },
  {
    call: 'redshift-data ExecuteStatement',
    input: { ClusterIdentifier: 'c', Database: 'd', DbUser: 'u' },
    needs: {
      'redshift-data:ExecuteStatement': cluster,
      'redshift:GetClusterCredentials': [arn('redshift', 'dbname:c/d'), arn('redshift', 'dbuser:c/u')],
    },
  },
  {
    call: 'redshift-data ExecuteStatement',
    input: { ClusterIdentifier: 'c', Database: 'd' },
    needs: {
      'redshift-data:ExecuteStatement': cluster,
      'redshift:GetClusterCredentialsWithIAM': arn('redshift', 'dbname:c/d'),
    },
  },
  {
    call: 'rds-data ExecuteStatement',
    input: { resourceArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:c', secretArn: 'db' },
    needs: {
      'rds-data:ExecuteStatement': 'arn:aws:rds:eu-west-1:123456789012:cluster:c',
      'secretsmanager:GetSecretValue': arn('secretsmanager', 'secret:db-??????', `\${AWS::Region}`, '*'),
    },
  },
  {
    call: 'ssm GetParameter',
    input: { Name: 'arn:aws:ssm:eu-west-1:123456789012:parameter/a/b:3' },
    needs: { 'ssm:GetParameter': 'arn:aws:ssm:eu-west-1:123456789012:parameter/a/b' },
  },
  {
    call: 'bedrock-runtime InvokeModel',
    input: { modelId: 'mx.provider.model-v1:0' },
    needs: {
      'bedrock:InvokeModel': [
        arn('bedrock', 'inference-profile/mx.provider.model-v1:0'),
        `arn:\${AWS::Partition}:bedrock:*::foundation-model/provider.model-v1:0`,
      ],
    },
  },
  {
    call: 'ssm GetParameter',
    input: { Name: '/aws/reference/secretsmanager/app/db', WithDecryption: true },
    needs: {
      'ssm:GetParameter': arn('ssm', 'parameter/aws/reference/secretsmanager/app/db'),
      'secretsmanager:GetSecretValue': arn('secretsmanager', 'secret:app/db-??????'),
    },
  },
]

it.each(titled(ROWS))('%s', (_, row) => {
  const { is, should } = compared(row)
  expect(is).toEqual(should)
})
