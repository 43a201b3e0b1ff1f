import { describe, expect, it, test } from 'vitest'
import {
  alb,
  albMulti,
  functionUrl,
  type Gateway,
  type GatewayCaller,
  gateways,
  httpApi,
  httpApiV1,
  restApi,
} from '../../testing/index.ts'
import { at, inside, wire } from './wire.ts'

const key: GatewayCaller = { kind: 'api-key', apiKeyId: 'partner', apiKey: 'its key' }
const signer: GatewayCaller = {
  kind: 'iam',
  accountId: '210987654321',
  accessKey: 'AKIDEXAMPLE',
  callerId: 'AIDAEXAMPLE',
  userArn: 'arn:aws:iam::210987654321:user/ada',
  userId: 'AIDAEXAMPLE',
}
const token: GatewayCaller = { kind: 'token', claims: { sub: 'ada', exp: '1' }, scopes: ['read', 'write'] }
const principal: GatewayCaller = {
  kind: 'principal',
  principalId: 'ada',
  context: { plan: 'free', seats: 3, trial: false },
}

const contextOf = (gateway: Gateway, ...callers: ReadonlyArray<GatewayCaller>) => {
  const event = gateway.event(wire(), { stage: 'dev' }, at)
  const before = JSON.stringify(event)
  const identified = gateway.identify(event, callers)
  expect(JSON.stringify(event)).toBe(before)
  return (...names: ReadonlyArray<string>) => inside(identified, 'requestContext', ...names)
}

// As captured events have it: github.com/aws-powertools/powertools-lambda-typescript and aws/aws-lambda-go, test data.
describe('who is calling, in the event of', () => {
  it('a REST API', () => {
    expect(contextOf(restApi, key)('identity')).toMatchObject({ apiKeyId: 'partner', apiKey: 'its key' })
    expect(contextOf(restApi, signer)('identity')).toMatchObject({
      accountId: '210987654321',
      accessKey: 'AKIDEXAMPLE',
      caller: 'AIDAEXAMPLE',
      user: 'AIDAEXAMPLE',
      userArn: 'arn:aws:iam::210987654321:user/ada',
      sourceIp: '203.0.113.9',
    })
    expect(contextOf(restApi, signer)('accountId')).toBe('123456789012')
    expect(contextOf(restApi, token)('authorizer')).toEqual({
      claims: { sub: 'ada', exp: '1', scope: 'read write' },
    })
    expect(contextOf(restApi, principal)('authorizer')).toEqual({
      principalId: 'ada',
      plan: 'free',
      seats: '3',
      trial: 'false',
      integrationLatency: 0,
    })
    const both = contextOf(restApi, principal, key)
    expect([both('identity', 'apiKeyId'), both('authorizer', 'principalId')]).toEqual(['partner', 'ada'])
  })

  it('an HTTP API', () => {
    expect(contextOf(httpApi, signer)('authorizer')).toEqual({
      iam: {
        accountId: '210987654321',
        accessKey: 'AKIDEXAMPLE',
        callerId: 'AIDAEXAMPLE',
        cognitoIdentity: null,
        principalOrgId: null,
        userArn: 'arn:aws:iam::210987654321:user/ada',
        userId: 'AIDAEXAMPLE',
      },
    })
    expect(contextOf(httpApi, token)('authorizer')).toEqual({
      jwt: { claims: { sub: 'ada', exp: '1' }, scopes: ['read', 'write'] },
    })
    expect(contextOf(httpApi, { ...token, scopes: [] })('authorizer', 'jwt', 'scopes')).toBeNull()
    expect(contextOf(httpApi, principal)('authorizer')).toEqual({
      lambda: { principalId: 'ada', plan: 'free', seats: 3, trial: false },
    })
  })

  it('an HTTP API that speaks format 1.0', () => {
    expect(contextOf(httpApiV1)('authorizer')).toEqual({ claims: null, scopes: null })
    expect(contextOf(httpApiV1, token)('authorizer')).toEqual({
      claims: { sub: 'ada', exp: '1' },
      scopes: ['read', 'write'],
    })
    expect(contextOf(httpApiV1, principal)('authorizer')).toMatchObject({ principalId: 'ada', seats: '3' })
    expect(contextOf(httpApiV1, principal)('authorizer')).not.toHaveProperty('claims')
    expect(contextOf(httpApiV1, signer)('identity')).toMatchObject({ caller: 'AIDAEXAMPLE' })
  })

  it('a function URL', () => {
    const said = contextOf(functionUrl, signer)
    expect(said('authorizer', 'iam', 'userArn')).toBe('arn:aws:iam::210987654321:user/ada')
    expect(said('accountId')).toBe('210987654321')
  })
})

test.each([alb, albMulti])('a $name says nothing of anybody', (gateway) => {
  const event = gateway.event(wire(), { stage: 'dev' }, at)
  expect(gateway.identify(event, [key, signer, token, principal])).toEqual(event)
})

test.each(gateways)('where nobody has been found, the event of $name is what it was', (gateway) => {
  const event = gateway.event(wire(), { stage: 'dev' }, at)
  expect(gateway.identify(event, [])).toEqual(event)
})
