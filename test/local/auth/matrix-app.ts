import {
  apiKey,
  authorize,
  authorizer,
  calix,
  cognito,
  custom,
  ForbiddenError,
  get,
  iam,
  jwt,
  post,
  route,
  routes,
  UnauthorizedError,
  use,
} from 'calix'
import { cors } from 'calix/middleware'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'

export const POOL = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc'
export const POOL_ISSUER = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc'
export const ISSUER = 'https://login.example.com/'
export const ORIGIN = 'https://app.example.com'

/** What the authorizer answers to a token, as JSON: among it what no type would let it answer. */
const ANSWERS: Readonly<Record<string, string>> = {
  reader: '{"routes":["GET /built-in"],"principalId":"ada"}',
  writer:
    '{"routes":["/built-in","GET /built-in/other"],"principalId":"ada","context":{"plan":"free","seats":3}}',
  'may nothing': '{"routes":[],"principalId":"ada"}',
  'returns null': 'null',
  'returns true': 'true',
  'returns a number': '42',
  'returns Allow': '"Allow"',
  'returns a list': '[{"routes":["*"],"principalId":"ada"}]',
  'returns an empty record': '{}',
  'names nobody': '{"routes":["*"]}',
  'names an empty principal': '{"routes":["*"],"principalId":""}',
  'names a number': '{"routes":["*"],"principalId":1}',
  'grants nothing at all': '{"principalId":"ada"}',
  'grants a text': '{"routes":"*","principalId":"ada"}',
  'grants an unknown method': '{"routes":["FETCH /built-in"],"principalId":"ada"}',
  'grants a wildcard amid a segment': '{"routes":["GET /built*"],"principalId":"ada"}',
  'grants one of any character': '{"routes":["GET /built-i?"],"principalId":"ada"}',
  'grants a rest that goes on': '{"routes":["GET /*/other"],"principalId":"ada"}',
  'grants a variable': `{"routes":["GET /$${'{'}aws:username}"],"principalId":"ada"}`,
  'tells a list': '{"routes":["*"],"principalId":"ada","context":{"plans":["free"]}}',
  'says it is authorized': '{"isAuthorized":true}',
}

const policyAnswer = (...statements: ReadonlyArray<object>) => ({
  principalId: 'ada',
  // What is no policy is what some of the tokens ask for.
  policyDocument: JSON.parse(JSON.stringify({ Version: '2012-10-17', Statement: statements })),
})

/** An app with every kind of authorizer, which tells its handlers' runs: what is refused must not be among them. */
export const matrixApp = () => {
  const ran: string[] = []
  const asked: string[] = []
  const run = (name: string) => (request: { readonly identity: unknown }) => {
    ran.push(name)
    return { name, identity: request.identity }
  }

  const demo = authorizer(
    ({ token, methodArn }) => {
      asked.push(token)
      const allow = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }
      const api = methodArn.split('/').slice(0, 2).join('/')
      if (token === 'is unknown') throw new UnauthorizedError('Unknown token')
      if (token === 'is unknown, as a value') return E.left(new UnauthorizedError('Unknown token'))
      if (token === 'is unknown, later') return Promise.reject(new UnauthorizedError('Unknown token'))
      if (token === 'is forbidden') throw new ForbiddenError('Not you')
      if (token === 'throws') throw new Error('a secret of the authorizer')
      if (token === 'throws later') return Promise.reject(new Error('a secret of the authorizer'))
      if (token === 'throws nothing') throw undefined
      if (token === 'never settles') return new Promise<never>(() => {})
      if (token === 'allows all') return policyAnswer(allow)
      if (token === 'allows all but other')
        return policyAnswer(allow, { ...allow, Effect: 'Deny', Resource: `${api}/GET/built-in/other` })
      if (token === 'allows another API')
        return policyAnswer({ ...allow, Resource: api.replace(/[^:]+$/, 'otherother/dev/*') })
      if (token === 'allows another stage') return policyAnswer({ ...allow, Resource: `${api}x/*` })
      if (token === 'allows a region that is not this')
        return policyAnswer({ ...allow, Resource: 'arn:aws:execute-api:eu-*:*:*' })
      if (token === 'allows another action') return policyAnswer({ ...allow, Action: 's3:*' })
      if (token === 'allows on a condition')
        return policyAnswer({ ...allow, Condition: { IpAddress: { 'aws:SourceIp': '127.0.0.1' } } })
      if (token === 'allows in lower case') return policyAnswer({ ...allow, Effect: 'allow' })
      if (token === 'allows no resource') return policyAnswer({ Effect: 'Allow', Action: '*' })
      if (token === 'allows nothing') return policyAnswer()
      const answer = ANSWERS[token]
      if (answer === undefined) return JSON.parse('null')
      return JSON.parse(answer)
    },
    { name: 'demo', ttl: 300 },
  )
  const users = cognito({ userPoolArns: [POOL] })
  const readers = cognito({ userPoolArns: [POOL], scopes: ['cities/read'] })
  const staff = jwt({ issuer: ISSUER, audience: 'staff' })
  const editors = jwt({ issuer: ISSUER, audience: 'staff', scopes: ['edit'] })
  const elsewhere = custom({ arn: 'arn:aws:lambda:eu-west-1:123456789012:function:elsewhere' })

  const app = calix(
    { name: 'matrix', log: () => {} },
    pipe(
      routes(
        route(get('/open'), run('open')),
        route(pipe(get('/authenticated'), authorize(apiKey())), run('authenticated')),
        route(pipe(get('/iam-role'), authorize(iam())), run('iam-role')),
        route(pipe(post('/iam-role'), authorize(iam())), run('iam-role')),
        route(pipe(get('/user-pools'), authorize(users)), run('user-pools')),
        route(pipe(get('/user-pools/scoped'), authorize(readers)), run('user-pools/scoped')),
        route(pipe(get('/jwt'), authorize(staff)), run('jwt')),
        route(pipe(get('/jwt/scoped'), authorize(editors)), run('jwt/scoped')),
        route(pipe(get('/jwt/keyed'), authorize(staff, apiKey())), run('jwt/keyed')),
        route(pipe(get('/custom-auth'), authorize(elsewhere)), run('custom-auth')),
        route(pipe(get('/built-in'), authorize(demo)), run('built-in')),
        route(pipe(post('/built-in'), authorize(demo)), run('POST built-in')),
        route(pipe(get('/built-in/other'), authorize(demo)), run('built-in/other')),
      ),
      use(cors({ allowOrigin: ORIGIN, allowCredentials: true })),
    ),
  )
  return { app, ran, asked }
}
