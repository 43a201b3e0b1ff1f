const uri =
  'arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/arn:aws:lambda:us-west-2:123456789012:function:company-authorizer/invocations'
const pool = 'arn:aws:cognito-idp:us-west-2:123456789012:userpool/us-west-2_tutorial'
const source = 'method.request.header.Authorization'
const both = (path: string, shape: object) =>
  ['GET', 'HEAD'].map((method) => ({ method, path, apiKeyRequired: false, ...shape }))

/** The methods of the tutorial that are guarded, in the order of their paths: each with what a REST API asks there. */
export const TUTORIAL_GUARDS = [
  ...both('/authenticated', { authorization: 'NONE', apiKeyRequired: true }),
  ...both('/built-in', {
    authorization: 'CUSTOM',
    authorizer: {
      type: 'REQUEST',
      ttl: 60,
      identitySource: source,
      function: { name: 'TutorialAuthorizerDemo' },
    },
  }),
  ...both('/custom-auth', {
    authorization: 'CUSTOM',
    authorizer: { type: 'TOKEN', ttl: 300, identitySource: source, uri },
  }),
  ...both('/iam-role', { authorization: 'AWS_IAM' }),
  ...both('/user-pools', {
    authorization: 'COGNITO_USER_POOLS',
    scopes: [],
    authorizer: { type: 'COGNITO_USER_POOLS', identitySource: source, providerArns: [pool] },
  }),
]
