import type { Case } from '../../../harness/case.ts'

export default {
  about: 'names out of enums, namespaces, tagged templates, symbols and methods of strings',
  routes: {
    'GET /enum': { requests: ['GET /enum'], actions: ['dynamodb:Scan'] },
    'GET /const-enum': { requests: ['GET /const-enum'], actions: ['dynamodb:Scan'] },
    'GET /namespace': { requests: ['GET /namespace'], actions: ['dynamodb:Scan'] },
    'GET /tag': { requests: ['GET /tag'], actions: ['dynamodb:Scan'] },
    'GET /symbol': { requests: ['GET /symbol'], actions: ['dynamodb:Scan'] },
    'GET /computed': { requests: ['GET /computed'], actions: ['dynamodb:Scan'] },
    'GET /methods': { requests: ['GET /methods'], actions: ['dynamodb:Scan'] },
    'GET /json': { requests: ['GET /json'], actions: ['dynamodb:Scan', 's3:ListBucket'] },
    'GET /reverse': { requests: ['GET /reverse'], actions: ['dynamodb:Scan'] },
    'GET /entries': { requests: ['GET /entries'], actions: ['dynamodb:Scan'] },
  },
  resources: {
    'dynamodb:Scan': [
      // What String.raw makes of other parts is not worked out.
      'arn:aws:dynamodb:*:*:table/*',
      'arn:aws:dynamodb:*:*:table/by-computed-key',
      'arn:aws:dynamodb:*:*:table/by-const-enum',
      'arn:aws:dynamodb:*:*:table/by-enum',
      'arn:aws:dynamodb:*:*:table/by-json',
      'arn:aws:dynamodb:*:*:table/by-methods-of-strings',
      'arn:aws:dynamodb:*:*:table/by-namespace-v2',
      'arn:aws:dynamodb:*:*:table/by-reverse',
      'arn:aws:dynamodb:*:*:table/by-symbol',
      'arn:aws:dynamodb:*:*:table/entries-a',
      'arn:aws:dynamodb:*:*:table/entries-b',
    ],
    's3:ListBucket': ['arn:aws:s3:::json-second'],
  },
  unresolved: [{ file: 'app.ts', on: 'new ScanCommand', says: 'TableName' }],
} satisfies Case
