import type { Case } from '../../../harness/case.ts'

const main = 'arn:aws:dynamodb:*:*:table/league'

export default {
  about: 'entities as data, and a unit of work that gathers writes into one transaction',
  environment: { MAIN_TABLE: 'league' },
  routes: {
    'GET /clubs/:club/players': { requests: ['GET /clubs/a/players'], actions: ['dynamodb:Query'] },
    'PUT /players/:id': { requests: [['PUT /players/1', 'a']], actions: ['dynamodb:PutItem'] },
    'PUT /matches/:id': {
      requests: [['PUT /matches/1', ['1', '2']]],
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem'],
    },
    'DELETE /matches/:id': { requests: ['DELETE /matches/1'], actions: ['dynamodb:DeleteItem'] },
  },
  resources: {
    'dynamodb:ConditionCheckItem': [main],
    'dynamodb:DeleteItem': [`${main}-matches`],
    'dynamodb:PutItem': [main, `${main}-matches`],
    'dynamodb:Query': [`${main}/index/gsi1`],
  },
} satisfies Case
