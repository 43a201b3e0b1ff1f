import { calix, type ErrorShape, get, problem, type ResponseOptions, response, route } from 'calix'
import { ConfigurationError } from 'calix/deploy'
import { describe, expect, test } from 'vitest'
import { gatewayResponse } from '../../deploy/gateway-response.ts'
import { outlineOf } from '../../src/outline.ts'

type Headers = NonNullable<ResponseOptions['headers']>

const shaped =
  (headers: Headers, body: unknown): ErrorShape =>
  ({ status }) =>
    response(body, { status, headers })

/** What a REST API is given for one occasion, in an app's shape. */
const responseOf = (errorShape: ErrorShape, type = 'UNAUTHORIZED') => {
  const app = calix(
    { errorShape },
    route(get('/'), () => 'hello'),
  )
  const answer = outlineOf(app).answers.find((each) => each.type === type)
  if (answer === undefined) throw new Error(`there is no ${type}`)
  return gatewayResponse(answer)
}

const templateOf = (errorShape: ErrorShape): string =>
  responseOf(errorShape).responseTemplates['application/json'] ?? ''

const refusalOf = (errorShape: ErrorShape, type?: string): string => {
  try {
    responseOf(errorShape, type)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
  return 'not refused'
}

const READ = "$context.path #set($a = 1) it's 5$"

describe('a JSON body', () => {
  test.each([
    'application/json',
    'application/JSON',
    'Application/Json ; charset=utf-8',
    'application/json;charset=UTF-8',
    'application/problem+json',
    'application/vnd.shop+JSON; v=1',
    'text/json',
  ])('of the type %s has nothing that a template reads, and says the same', (type) => {
    const body = { [READ]: [READ, `\\${READ}`] }
    for (const each of [body, JSON.stringify(body)]) {
      const template = templateOf(shaped({ 'content-type': type }, each))
      expect(template).not.toMatch(/[$#]/)
      expect(JSON.parse(template)).toEqual(body)
    }
  })

  test('is sent with its type, which is said where it is not the template’s own', () => {
    const parametersOf = (headers: Headers) => responseOf(shaped(headers, {})).responseParameters
    expect(parametersOf({})).toEqual({})
    expect(parametersOf({ 'Content-Type': 'application/JSON; v=1' })).toEqual({
      'gatewayresponse.header.content-type': "'application/JSON; v=1'",
    })
    expect(responseOf(problem).responseParameters).toEqual({
      'gatewayresponse.header.content-type': "'application/problem+json'",
    })
  })
})

describe('a text', () => {
  test('goes as it is', () => {
    const errorShape = shaped({ 'content-type': 'text/html' }, "<b>it's {gone} &dollar;5</b>")
    expect(responseOf(errorShape)).toEqual({
      responseType: 'UNAUTHORIZED',
      statusCode: '401',
      responseParameters: { 'gatewayresponse.header.content-type': "'text/html'" },
      responseTemplates: { 'application/json': "<b>it's {gone} &dollar;5</b>" },
    })
  })

  test.each([
    ['text/html', '<b>$context.path</b>'],
    ['text/html; of=application/json', '#if($x)'],
    ['text/plain; charset=utf-8', 'ticket #5'],
    ['application/jsonlines', '{"a":"$b"}'],
    ['application/json', 'no JSON, $context.path'],
  ])('of the type %s is refused where a template would read it: %s', (type, body) => {
    const errorShape = shaped({ 'content-type': type }, body)
    expect(refusalOf(errorShape)).toMatch(
      /^1 mistake in the gateway's own answers:\n {2}UNAUTHORIZED: .+ a text that has '\$' or '#', .+ answer with JSON/,
    )
    expect(refusalOf(errorShape, 'THROTTLED')).toContain('\n  THROTTLED: ')
  })

  test('that is of no type is refused as well', () => {
    expect(refusalOf(shaped({}, '$context.path'))).toContain('UNAUTHORIZED: ')
  })
})

describe('a header', () => {
  test('is a value in single quotes, whatever else is in it', () => {
    const value = 'method.request.header.Origin, "$context.path" #'
    expect(responseOf(shaped({ 'X-Value': value }, {})).responseParameters).toEqual({
      'gatewayresponse.header.x-value': `'${value}'`,
    })
  })

  test.each([["default-src 'self'"], ['a\r\nset-cookie: a=b'], ['a\nb'], ['a\rb']])(
    'is refused with what API Gateway cannot send: %j',
    (value) => {
      for (const name of ['X-Value', 'Content-Type'])
        expect(refusalOf(shaped({ [name]: value }, {}))).toMatch(
          new RegExp(
            `^1 mistake in the gateway's own answers:\\n {2}UNAUTHORIZED: the header '${name.toLowerCase()}' has a single quote or a line break, .+ leave it out`,
          ),
        )
    },
  )
})
