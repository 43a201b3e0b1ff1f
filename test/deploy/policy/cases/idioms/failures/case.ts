import type { Case } from '../../../harness/case.ts'

export default {
  about: 'what happens when a call fails: catch, then with two, allSettled, cause, a fallback chain',
  routes: {
    'GET /fallback': { requests: ['GET /fallback'], actions: ['dynamodb:GetItem', 's3:GetObject'] },
    'POST /ensure': { requests: ['POST /ensure'], actions: ['dynamodb:CreateTable', 'dynamodb:PutItem'] },
    'PUT /lock': { requests: ['PUT /lock'], actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    'POST /dead-letter': {
      requests: ['POST /dead-letter'],
      actions: ['lambda:InvokeFunction', 'sqs:SendMessage'],
    },
    'GET /first': { requests: ['GET /first'], actions: ['ssm:GetParameter'] },
    'DELETE /rollback': {
      requests: ['DELETE /rollback'],
      actions: ['dynamodb:DeleteItem', 'dynamodb:PutItem', 's3:DeleteObject'],
    },
  },
  answer: ({ operation, input }) => {
    const fail = (name: string) => {
      throw Object.assign(new Error(name), { name })
    }
    if (operation === 'GetItem') fail('InternalServerError')
    if (operation === 'PutItem' && input.TableName === 'ensured') fail('ResourceNotFoundException')
    if (operation === 'PutItem' && input.TableName === 'locks') fail('ConditionalCheckFailedException')
    if (operation === 'Invoke' || operation === 'DeleteObject') fail('ServiceException')
    if (operation === 'GetParameter' && input.Name === '/first/a') fail('ParameterNotFound')
  },
  resources: {
    'dynamodb:CreateTable': ['arn:aws:dynamodb:*:*:table/ensured'],
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/rolled'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/primary'],
    'dynamodb:PutItem': [
      'arn:aws:dynamodb:*:*:table/ensured',
      'arn:aws:dynamodb:*:*:table/locks',
      'arn:aws:dynamodb:*:*:table/rolled',
    ],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/locks'],
    'lambda:InvokeFunction': ['arn:aws:lambda:*:*:function:worker'],
    's3:DeleteObject': ['arn:aws:s3:::rolled-files/1'],
    's3:GetObject': ['arn:aws:s3:::fallback-copy/1'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:dead'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/first/a', 'arn:aws:ssm:*:*:parameter/first/b'],
  },
} satisfies Case
