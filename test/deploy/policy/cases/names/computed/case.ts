import type { Case } from '../../../harness/case.ts'

export default {
  about: 'names out of lists, records, maps, JSON, schemas and operations on texts',
  routes: {
    'GET /first': { requests: ['GET /first'], actions: ['dynamodb:GetItem'] },
    'GET /second': { requests: ['GET /second'], actions: ['dynamodb:GetItem'] },
    'GET /third': { requests: ['GET /third'], actions: ['dynamodb:GetItem'] },
    'GET /merged': { requests: ['GET /merged'], actions: ['dynamodb:GetItem'] },
    'GET /cloned': { requests: ['GET /cloned'], actions: ['dynamodb:GetItem'] },
    'GET /frozen': { requests: ['GET /frozen'], actions: ['dynamodb:GetItem'] },
    'GET /map': { requests: ['GET /map'], actions: ['dynamodb:GetItem'] },
    'GET /parsed': { requests: ['GET /parsed'], actions: ['dynamodb:GetItem'] },
    'GET /schema': { requests: ['GET /schema'], actions: ['dynamodb:GetItem'] },
    'GET /text': { requests: ['GET /text'], actions: ['dynamodb:GetItem'] },
    'GET /entry': { requests: ['GET /entry'], actions: ['dynamodb:GetItem'] },
    'GET /tag': { requests: ['GET /tag'], actions: ['dynamodb:GetItem'] },
  },
  environment: { NAMES_JSON: '{"table":"json-table"}', TABLE_FROM_SCHEMA: 'schema-table', LIMIT: '5' },
  resources: {
    'dynamodb:GetItem': [
      'arn:aws:dynamodb:*:*:table/cloned-table',
      'arn:aws:dynamodb:*:*:table/entry-table',
      'arn:aws:dynamodb:*:*:table/first-table',
      'arn:aws:dynamodb:*:*:table/frozen-table',
      'arn:aws:dynamodb:*:*:table/json-table',
      'arn:aws:dynamodb:*:*:table/map-prod',
      'arn:aws:dynamodb:*:*:table/override-table',
      'arn:aws:dynamodb:*:*:table/schema-table',
      'arn:aws:dynamodb:*:*:table/second-table',
      'arn:aws:dynamodb:*:*:table/tag-table',
      'arn:aws:dynamodb:*:*:table/third-table',
      'arn:aws:dynamodb:*:*:table/z-a99',
    ],
  },
} satisfies Case
