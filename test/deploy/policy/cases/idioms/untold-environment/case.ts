import type { Case } from '../../../harness/case.ts'

export default {
  about: 'variables that nobody tells: the parts that are known stay in the ARN, and it is said',
  untold: { STAGE: 'dev', ORDERS_TABLE: 'orders-1', ASSETS: 'assets-1' },
  routes: {
    'GET /orders': { requests: ['GET /orders'], actions: ['dynamodb:Scan'] },
    'GET /carts': { requests: ['GET /carts'], actions: ['dynamodb:Scan'] },
    'GET /assets/:name': { requests: ['GET /assets/a'], actions: ['s3:GetObject'] },
  },
  resources: {
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/*', 'arn:aws:dynamodb:*:*:table/shop-*-carts'],
    's3:GetObject': ['arn:aws:s3:::*/public/*'],
  },
  unresolved: [
    { file: 'app.ts', on: 'ScanCommand', says: 'ORDERS_TABLE' },
    { file: 'app.ts', on: 's3.send(', says: 'ASSETS' },
    { file: 'app.ts', on: 'ScanCommand', says: 'STAGE' },
  ],
} satisfies Case
