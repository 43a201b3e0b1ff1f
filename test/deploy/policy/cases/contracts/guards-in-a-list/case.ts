import type { Case } from '../../../harness/case.ts'

const table = (name: string) => `arn:aws:dynamodb:*:*:table/${name}`

export default {
  about: 'providers in a list, beside middleware, around routes that a list makes',
  routes: Object.fromEntries(
    ['apes', 'birds'].map((animal) => [
      `GET /houses/:house/${animal}`,
      {
        requests: [`GET /houses/1/${animal}`],
        actions: ['cloudwatch:PutMetricData', 'dynamodb:GetItem', 'dynamodb:Scan'],
      },
    ]),
  ),
  resources: {
    'cloudwatch:PutMetricData': ['*'],
    'dynamodb:GetItem': [table('houses'), table('sessions')],
    'dynamodb:Scan': [table('apes'), table('birds')],
  },
} satisfies Case
