import type { Case } from '../../../harness/case.ts'

export default {
  about:
    'streams: a subclass of Writable, a transform by options, an upload of what flows by, a stream of the web',
  routes: {
    'POST /lines': {
      requests: [['POST /lines', 'a|b']],
      actions: ['dynamodb:GetItem', 'firehose:PutRecordBatch'],
    },
    'PUT /archives/:name': {
      requests: [['PUT /archives/a', 'a|b']],
      actions: ['s3:AbortMultipartUpload', 's3:PutObject'],
      notRun: { 's3:AbortMultipartUpload': 'two lines are no multipart upload' },
    },
    'POST /live': { requests: [['POST /live', 'a|b']], actions: ['kinesis:PutRecord'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/enrichments'],
    'firehose:PutRecordBatch': ['arn:aws:firehose:*:*:deliverystream/lines-out'],
    'kinesis:PutRecord': ['arn:aws:kinesis:*:*:stream/lines-live'],
    's3:AbortMultipartUpload': ['arn:aws:s3:::line-archive/gz/*.gz'],
    's3:PutObject': ['arn:aws:s3:::line-archive/gz/*.gz'],
  },
} satisfies Case
