import type { Case } from '../../../harness/case.ts'

export default {
  about: 'PartiQL, by the verb of the statement',
  routes: {
    'GET /films/:year': { requests: ['GET /films/1999'], actions: ['dynamodb:PartiQLSelect'] },
    'POST /films/:name': { requests: ['POST /films/a'], actions: ['dynamodb:PartiQLInsert'] },
    'DELETE /films/:name': { requests: ['DELETE /films/a'], actions: ['dynamodb:PartiQLDelete'] },
  },
  resources: {
    'dynamodb:PartiQLDelete': ['arn:aws:dynamodb:*:*:table/films'],
    'dynamodb:PartiQLInsert': ['arn:aws:dynamodb:*:*:table/films'],
    'dynamodb:PartiQLSelect': ['arn:aws:dynamodb:*:*:table/films'],
  },
} satisfies Case
