import { apiKeys, bearer, type Case, type Expected, given, secret } from './matrix-case.ts'

export const apiKeyCases: ReadonlyArray<Case> = [
  given('a key of the stage', '/authenticated', [['x-api-key', apiKeys.partner]], 'admitted'),
  given('another key of the stage', '/authenticated', [['X-API-Key', apiKeys.tester]], 'admitted'),
  given('no key', '/authenticated', [], 'INVALID_API_KEY'),
  given('an empty key', '/authenticated', [['x-api-key', '']], 'INVALID_API_KEY'),
  given('another key', '/authenticated', [['x-api-key', secret()]], 'INVALID_API_KEY'),
  given(
    'a key cut short',
    '/authenticated',
    [['x-api-key', apiKeys.partner.slice(0, -1)]],
    'INVALID_API_KEY',
  ),
  given('the id of a key', '/authenticated', [['x-api-key', 'partner']], 'INVALID_API_KEY'),
  given('the key in the wrong header', '/authenticated', bearer(apiKeys.partner), 'INVALID_API_KEY'),
  given(
    'two keys',
    '/authenticated',
    [
      ['x-api-key', apiKeys.partner],
      ['x-api-key', apiKeys.partner],
    ],
    'INVALID_API_KEY',
  ),
  given('the key in the query', `/authenticated?x-api-key=${apiKeys.partner}`, [], 'INVALID_API_KEY'),
]

const asks = (name: string, expected: Expected, target = '/built-in'): Case =>
  given(`a token that ${name}`, target, [['authorization', name]], expected)

export const builtInCases: ReadonlyArray<Case> = [
  given('a reader', '/built-in', [['authorization', 'reader']], 'admitted'),
  given('a reader elsewhere', '/built-in/other', [['authorization', 'reader']], 'ACCESS_DENIED'),
  given('a writer elsewhere', '/built-in/other', [['authorization', 'writer']], 'admitted'),
  asks('allows all', 'admitted'),
  asks('allows all but other', 'admitted'),
  asks('allows all but other', 'ACCESS_DENIED', '/built-in/other'),
  given('no token', '/built-in', [], 'UNAUTHORIZED'),
  given('an empty token', '/built-in', [['authorization', '']], 'UNAUTHORIZED'),
  given('the token in the wrong header', '/built-in', [['x-token', 'reader']], 'UNAUTHORIZED'),
  given('the token in the query', '/built-in?authorization=reader', [], 'UNAUTHORIZED'),
  ...['is unknown', 'is unknown, as a value', 'is unknown, later'].map((each) => asks(each, 'UNAUTHORIZED')),
  ...[
    ...['is forbidden', 'may nothing', 'allows another API', 'allows another stage', 'allows nothing'],
    ...['allows a region that is not this', 'allows another action', 'allows on a condition'],
  ].map((each) => asks(each, 'ACCESS_DENIED')),
  ...[
    ...['throws', 'throws later', 'throws nothing', 'never settles', 'is one that nobody has heard of'],
    ...['returns null', 'returns true', 'returns a number', 'returns Allow', 'returns a list'],
    ...['returns an empty record', 'names nobody', 'names an empty principal', 'names a number'],
    ...['grants nothing at all', 'grants a text', 'grants an unknown method', 'grants a variable'],
    ...['grants a wildcard amid a segment', 'grants one of any character', 'grants a rest that goes on'],
    ...['tells a list', 'says it is authorized', 'allows in lower case', 'allows no resource'],
  ].map((each) => asks(each, 'FAILURE')),
]
