import type { Case } from '../../../harness/case.ts'

const cluster = ['arn:aws:rds:eu-west-1:123456789012:cluster:articles']

export default {
  about: 'a box of clients behind getters that a loop defines, a model, a database over HTTP in transactions',
  routes: {
    'GET /articles/:id/summary': {
      requests: ['GET /articles/1/summary'],
      actions: ['bedrock:InvokeModel', 'rds-data:ExecuteStatement', 'secretsmanager:GetSecretValue'],
    },
    'POST /articles/:id/archive': {
      requests: ['POST /articles/1/archive'],
      actions: [
        'rds-data:BeginTransaction',
        'rds-data:CommitTransaction',
        'rds-data:RollbackTransaction',
        'secretsmanager:GetSecretValue',
        'states:StartExecution',
      ],
      fails: 'the commit is refused, so that it is rolled back',
    },
  },
  resources: {
    'bedrock:InvokeModel': [
      'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0',
    ],
    'rds-data:BeginTransaction': cluster,
    'rds-data:CommitTransaction': cluster,
    'rds-data:ExecuteStatement': cluster,
    'rds-data:RollbackTransaction': cluster,
    'secretsmanager:GetSecretValue': [
      'arn:aws:secretsmanager:eu-west-1:123456789012:secret:articles-db-a1b2c3',
    ],
    'states:StartExecution': ['arn:aws:states:eu-west-1:123456789012:stateMachine:archive'],
  },
  answer: ({ operation }) => {
    if (operation === 'CommitTransaction') throw new Error('serialization failure')
    return undefined
  },
} satisfies Case
