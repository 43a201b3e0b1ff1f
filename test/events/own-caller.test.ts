import { samples } from './own.ts'
import { alb, albMulti, http, httpV1, rest, url } from './shapes.ts'

const FORWARDED = '6.6.6.6, 198.51.100.1, 203.0.113.7'

samples('the address of the caller', [
  [
    'is the context’s',
    'rest',
    rest({ headers: { 'X-Forwarded-For': '6.6.6.6' } }),
    { sourceIp: '203.0.113.7' },
  ],
  [
    'is the context’s',
    'http-1.0',
    httpV1({ headers: { 'x-forwarded-for': '6.6.6.6' } }),
    { sourceIp: '203.0.113.7' },
  ],
  [
    'is the context’s',
    'http',
    http('/', { headers: { 'x-forwarded-for': '6.6.6.6' } }),
    { sourceIp: '203.0.113.7' },
  ],
  [
    'is the context’s',
    'url',
    url('/', { headers: { 'x-forwarded-for': '6.6.6.6' } }),
    { sourceIp: '203.0.113.7' },
  ],
  [
    'is the last that was forwarded',
    'alb',
    alb({ headers: { 'x-forwarded-for': FORWARDED } }),
    { sourceIp: '203.0.113.7' },
  ],
  [
    'is the last that was forwarded',
    'alb-multi',
    albMulti({ multiValueHeaders: { 'x-forwarded-for': ['6.6.6.6', '203.0.113.7'] } }),
    { sourceIp: '203.0.113.7' },
  ],
  ['is empty where nobody says', 'alb', alb(), { sourceIp: '' }],
  ['is empty where nobody says', 'rest', rest({}, { identity: null }), { sourceIp: '' }],
])

const CLAIMS = { claims: { sub: '1' }, scopes: ['read'] }

samples('who calls', [
  ['is nobody', 'rest', rest(), { identity: null }],
  ['is nobody', 'rest', rest({}, { authorizer: null }), { identity: null }],
  [
    'is what an authorizer says',
    'rest',
    rest({}, { authorizer: { principalId: 'a' } }),
    { identity: { principalId: 'a' } },
  ],
  ['is nobody', 'http', http(), { identity: null }],
  ['is nobody', 'http', http('/', {}, { authorizer: { lambda: null } }), { identity: null }],
  ['is what a token says', 'http', http('/', {}, { authorizer: { jwt: CLAIMS } }), { identity: CLAIMS }],
  [
    'is what an authorizer says',
    'http',
    http('/', {}, { authorizer: { lambda: { a: 1 } } }),
    { identity: { a: 1 } },
  ],
  [
    'is a user of AWS',
    'url',
    url('/', {}, { authorizer: { iam: { userId: 'A' } } }),
    { identity: { userId: 'A' } },
  ],
  [
    'is nobody, in more words',
    'http-1.0',
    httpV1({}, { authorizer: { claims: null, scopes: null } }),
    { identity: null },
  ],
  ['is what a token says', 'http-1.0', httpV1({}, { authorizer: CLAIMS }), { identity: CLAIMS }],
  ['is not known to a load balancer', 'alb', alb(), { identity: null }],
])

samples('stage variables', [
  [
    'are texts',
    'rest',
    rest({ stageVariables: { table: 'cats', size: 3 } }),
    { stageVars: { table: 'cats', size: '3' } },
  ],
  ['are texts', 'http', http('/', { stageVariables: { table: 'cats' } }), { stageVars: { table: 'cats' } }],
  ['are null', 'rest', rest(), { stageVars: {} }],
  ['are absent', 'url', url(), { stageVars: {} }],
])
