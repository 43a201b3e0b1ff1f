import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../local/auth/policy.ts'

const API = 'arn:aws:execute-api:us-east-1:123456789012:abc/dev'
const ARN = `${API}/GET/cities/seattle`

const statement = (over: object = {}): object => ({
  Effect: 'Allow',
  Action: 'execute-api:Invoke',
  Resource: `${API}/*`,
  ...over,
})
const policy = (...statements: ReadonlyArray<object>): object => ({
  Version: '2012-10-17',
  Statement: statements,
})
const allow = (Resource: unknown, over: object = {}): object => policy(statement({ Resource, ...over }))
const deny = (Resource: unknown): object => statement({ Effect: 'Deny', Resource })

describe('what decides', () => {
  test.each([
    ['nothing', policy(), 'not-allowed'],
    ['an allow', policy(statement()), 'allowed'],
    ['a deny', policy(deny('*')), 'denied'],
    ['a deny before an allow', policy(deny('*'), statement()), 'denied'],
    ['a deny after an allow', policy(statement(), deny('*')), 'denied'],
    ['a deny of something else', policy(statement(), deny(`${API}/POST/*`)), 'allowed'],
    ['an allow of something else', allow(`${API}/POST/*`), 'not-allowed'],
    ['one statement, in no list', { Statement: statement() }, 'allowed'],
    ['an empty condition', policy(statement({ Condition: {} })), 'allowed'],
    ['an allow on a condition', policy(statement({ Condition: { Bool: { a: 'true' } } })), 'not-allowed'],
    [
      'a deny on a condition',
      policy(statement(), { ...deny('*'), Condition: { Bool: { a: 'b' } } }),
      'denied',
    ],
    ['an allow for a principal', policy(statement({ Principal: '*' })), 'not-allowed'],
    ['a deny for a principal', policy(statement(), { ...deny('*'), Principal: { AWS: '1' } }), 'denied'],
    ['an allow for all principals but one', policy(statement({ NotPrincipal: '1' })), 'not-allowed'],
  ])('%s', (_, document, decision) => {
    expect(evaluate(document, ARN)).toBe(decision)
  })
})

describe('actions', () => {
  test.each([
    ['execute-api:Invoke', true],
    ['execute-api:*', true],
    ['*', true],
    ['execute-api:Inv*', true],
    ['execute-api:Invok?', true],
    ['EXECUTE-API:INVOKE', true],
    [['s3:GetObject', 'execute-api:invoke'], true],
    ['execute-api:InvokeAll', false],
    ['execute-api:Invok', false],
    ['execute-api:ManageConnections', false],
    ['execute-api:Invoke?', false],
    ['s3:*', false],
    ['lambda:Invoke', false],
    ['', false],
  ])('%j', (Action, applies) => {
    expect(evaluate(policy(statement({ Action })), ARN)).toBe(applies ? 'allowed' : 'not-allowed')
    const excluded = { Effect: 'Allow', NotAction: Action, Resource: '*' }
    expect(evaluate(policy(excluded), ARN)).toBe(applies ? 'not-allowed' : 'allowed')
  })
})

describe('resources', () => {
  test.each([
    [ARN, true],
    ['*', true],
    ['arn:*', true],
    ['arn:aws:execute-api:*', true],
    ['arn:aws:execute-api:*:*:abc/*/GET/*', true],
    ['arn:aws:execute-api:us-*-1:123456789012:abc/dev/GET/cities/*', true],
    [`${API}/GET/*`, true],
    [`${API}/*/cities/seattle`, true],
    [`${API}/GET/cities/s?attle`, true],
    [`${API}/???/cities/*`, true],
    [`${API}/GET/*/seattle`, true],
    [`${API}/G*`, true],
    [`${API}/*seattle`, true],
    [[`${API}/POST/x`, ARN], true],
    [`${API}/GET/cities/Seattle`, false],
    [`${API}/get/cities/seattle`, false],
    [`${API}/GET/cities`, false],
    [`${API}/GET/cities/`, false],
    [`${API}/GET/cities/seattle/`, false],
    [`${API}/GET/cities/seattle/*`, false],
    [`${API}/GET/cities/seattl??`, false],
    ['arn:aws:execute-api:us-east-1:123456789012:other/*', false],
    ['arn:aws:execute-api:us-east-1:123456789012:abc/prod/*', false],
    ['arn:aws:execute-api:eu-west-1:*:*', false],
    ['arn:aws:s3:::*', false],
    ['arn:aws:execute-api:us-east-1', false],
    ['arn:aws:execute-api:*seattle', false],
    // Of five parts and not open at the end: it names no resource.
    ['arn:aws:execute-api:*:abc/dev/GET/cities/seattle', false],
  ])('%j', (Resource, applies) => {
    expect(evaluate(allow(Resource), ARN)).toBe(applies ? 'allowed' : 'not-allowed')
  })

  test.each([
    [`${API}/POST/*`, 'allowed'],
    [`${API}/GET/*`, 'not-allowed'],
    ['*', 'not-allowed'],
  ])('all but %s', (NotResource, decision) => {
    expect(evaluate({ Statement: { Effect: 'Allow', Action: '*', NotResource } }, ARN)).toBe(decision)
    const denied = { Effect: 'Deny', Action: '*', NotResource }
    expect(evaluate(policy(statement(), denied), ARN)).toBe(decision === 'allowed' ? 'denied' : 'allowed')
  })

  // `${*}` is how IAM spells the character itself.
  test.each([
    ['*', true],
    ['anything', false],
  ])('a literal asterisk against %s', (path, applies) => {
    const literal = ['$', '{*}'].join('')
    expect(evaluate(allow(`${API}/GET/${literal}`), `${API}/GET/${path}`)).toBe(
      applies ? 'allowed' : 'not-allowed',
    )
  })

  test('a variable whose value is not known allows nothing, and denies what it may stand for', () => {
    const variable = ['$', '{aws:username}'].join('')
    const resource = `${API}/GET/cities/${variable}`
    expect(evaluate(allow(resource), ARN)).toBe('not-allowed')
    expect(evaluate(policy(statement(), deny(resource)), ARN)).toBe('denied')
    expect(evaluate(policy(statement(), deny(resource)), `${API}/GET/users`)).toBe('allowed')
  })

  test('a path cannot be written so that it passes for the rest of an ARN', () => {
    const granted = allow('arn:aws:execute-api:*:*:abc/dev/GET/public')
    expect(evaluate(granted, `${API}/GET/public`)).toBe('allowed')
    expect(evaluate(granted, `${API}/GET/secret/x:y:abc/dev/GET/public`)).toBe('not-allowed')
    expect(evaluate(allow(`${API}/GET/a:b`), `${API}/GET/a:b`)).toBe('allowed')
    expect(evaluate(allow(`${API}/GET/a?b`), `${API}/GET/a:b`)).toBe('allowed')
  })

  test('in doubt a wildcard denies more and allows less', () => {
    const doubtful = 'arn:aws:*:abc/dev/GET/cities/seattle'
    expect(evaluate(allow(doubtful), ARN)).toBe('not-allowed')
    expect(evaluate(policy(statement(), deny(doubtful)), ARN)).toBe('denied')
  })

  test('wildcards in the path of a request are characters', () => {
    expect(evaluate(allow(`${API}/GET/cities/seattle`), `${API}/GET/*`)).toBe('not-allowed')
    expect(evaluate(allow(`${API}/GET/a`), `${API}/GET/?`)).toBe('not-allowed')
  })
})

describe('what is no policy', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', JSON.stringify(policy(statement()))],
    ['a list', [statement()]],
    ['no statement', { Version: '2012-10-17' }],
    ['a version of another', { Version: '2020-01-01', Statement: [] }],
    ['lower case', { version: '2012-10-17', statement: [] }],
    ['a statement that is a text', { Statement: ['Allow'] }],
    ['a statement that is null', { Statement: [null] }],
    ['no effect', policy(statement({ Effect: undefined }))],
    ['an effect in lower case', policy(statement({ Effect: 'allow' }))],
    ['another effect', policy(statement({ Effect: 'Permit' }))],
    ['no action', policy(statement({ Action: undefined }))],
    ['an action that is a number', policy(statement({ Action: 1 }))],
    ['no actions', policy(statement({ Action: [] }))],
    ['an action among which there is null', policy(statement({ Action: ['*', null] }))],
    ['both Action and NotAction', policy(statement({ NotAction: '*' }))],
    ['no resource', policy(statement({ Resource: undefined }))],
    ['both Resource and NotResource', policy(statement({ NotResource: '*' }))],
    ['a resource that is no ARN', policy(statement({ Resource: 'GET/cities' }))],
    ['a misspelt element', policy(statement({ Ressource: '*' }))],
    ['a mistake after an allow', policy(statement(), { Effect: 'Deny' })],
    ['a mistake after a deny', policy(deny('*'), {})],
  ])('%s', (_, document) => {
    expect(() => evaluate(document, ARN)).toThrow(TypeError)
    expect(() => evaluate(document, ARN)).toThrow(/^The policy is malformed: /)
  })
})

test('a policy made to take long does not', () => {
  const long = `${API}/GET/${'a'.repeat(20_000)}`
  expect(evaluate(allow(`${API}/${'*a'.repeat(20_000)}b`), long)).toBe('not-allowed')
  expect(evaluate(allow(`${API}/${'*?'.repeat(20_000)}b`), long)).toBe('not-allowed')
  expect(evaluate(allow(`${'*'.repeat(200_000)}`), long)).toBe('allowed')
  expect(evaluate(allow(`${API}/${'${'.repeat(200_000)}`), long)).toBe('not-allowed')
  expect(evaluate(policy(...Array.from({ length: 10_000 }, () => deny(`${API}/POST/*`))), ARN)).toBe(
    'not-allowed',
  )
})

/** The same by trying everything, which is plain to see and slow. */
const isMatch = (pattern: string, text: string): boolean => {
  if (pattern === '') return text === ''
  if (pattern[0] === '*')
    return isMatch(pattern.slice(1), text) || (text !== '' && isMatch(pattern, text.slice(1)))
  return (
    text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && isMatch(pattern.slice(1), text.slice(1))
  )
}

const piece = fc.string({ unit: fc.constantFrom('a', 'b', '/', ':', 'é'), maxLength: 6 })
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', ':', 'é', '*', '?'), maxLength: 8 })

test('a resource matches what trying everything says that it matches', () => {
  fc.assert(
    fc.property(pattern, piece, (wild, path) => {
      expect(evaluate(allow(`${API}/${wild}`), `${API}/${path}`)).toBe(
        isMatch(wild, path) ? 'allowed' : 'not-allowed',
      )
    }),
    { numRuns: 3_000 },
  )
})

const resources = fc.array(fc.tuple(fc.constantFrom('Allow', 'Deny'), pattern), { maxLength: 5 })

test('deny wins over allow, whatever the order, and what nobody allows is not allowed', () => {
  fc.assert(
    fc.property(resources, piece, (all, path) => {
      const statements = all.map(([Effect, wild]) => statement({ Effect, Resource: `${API}/${wild}` }))
      const applying = all.filter(([, wild]) => isMatch(wild, path)).map(([effect]) => effect)
      const expected = applying.includes('Deny') ? 'denied' : applying[0] ? 'allowed' : 'not-allowed'
      expect(evaluate(policy(...statements), `${API}/${path}`)).toBe(expected)
      expect(evaluate(policy(...statements.toReversed()), `${API}/${path}`)).toBe(expected)
    }),
    { numRuns: 2_000 },
  )
})
