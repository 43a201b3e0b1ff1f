import type { Case } from '../../../harness/case.ts'

export default {
  about: 'functions that a package of somebody else wraps or calls',
  installed: { 'little-functions': 'vendor/little' },
  routes: {
    'GET /x/:id': { requests: ['GET /x/1'], actions: ['dynamodb:GetItem'] },
    'POST /x/:id': { requests: ['POST /x/1'], actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    'GET /none': { requests: ['GET /none'], actions: [] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/wrapped'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/wrapped'],
  },
} satisfies Case
