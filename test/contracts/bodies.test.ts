import { calix, use } from 'calix'
import { compress, cors } from 'calix/middleware'
import { pipe } from 'fp-ts/function'
import { expect } from 'vitest'
import { type Log, matrix, ok } from '../wire/case.ts'
import {
  all,
  FORM_TYPE,
  invalid,
  JSON_TYPE,
  listed,
  refusedType,
  sent,
  small,
  unparsable,
} from './invalid.ts'

const appOf = (log: Log) => calix({ log }, ...all)

const untyped = (types: string): string => `: send it with content-type: ${types}`

const VALID = '{"name":"Ada","born":"1815-12-10"}'

matrix('the body that a contract decodes', appOf, [
  { name: 'JSON', request: sent('/small', VALID, JSON_TYPE), expected: ok({ name: 'Ada' }) },
  {
    name: 'JSON by its suffix and with parameters',
    request: sent('/small', VALID, ['content-type', 'Application/vnd.api+json; charset=utf-8']),
    expected: ok({ name: 'Ada' }),
  },
  { name: 'malformed JSON', request: sent('/small', '{"name":', JSON_TYPE), expected: unparsable },
  {
    name: 'malformed JSON, whatever else is wrong',
    request: sent('/users/x?page=y', '{', JSON_TYPE),
    expected: unparsable,
  },
  {
    name: 'a name that could reach a prototype',
    request: sent('/small', '{"name":"Ada","__proto__":{"born":1}}', JSON_TYPE),
    expected: unparsable,
  },
  {
    name: 'another type',
    request: sent('/small', 'name=Ada', FORM_TYPE),
    expected: refusedType('application/x-www-form-urlencoded', 'application/json'),
  },
  {
    name: 'another type, before anything else is looked at',
    request: sent('/users/x?page=y', '<a/>', ['content-type', 'text/xml']),
    expected: refusedType('text/xml', 'application/json'),
  },
  {
    name: 'no type: nothing parses it',
    request: sent('/small', VALID),
    expected: invalid(['body', [], 'object', `nothing${untyped('application/json')}`]),
  },
  {
    name: 'an empty type, which is none',
    request: sent('/small', VALID, ['content-type', '']),
    expected: invalid(['body', [], 'object', `nothing${untyped('application/json')}`]),
  },
  {
    name: 'none, and no type',
    request: sent('/small'),
    expected: invalid(['body', [], 'object', 'nothing: the request has no body']),
  },
  {
    name: 'no type where a form is accepted',
    request: sent('/form', 'age=7&state=WA'),
    expected: invalid(['body', [], 'object', `nothing${untyped('application/x-www-form-urlencoded')}`]),
  },
  {
    name: 'no type where there are several',
    request: sent('/either', 'name=Ada'),
    expected: invalid([
      ...(['body', [], 'object'] as const),
      `nothing${untyped('application/json or application/x-www-form-urlencoded')}`,
    ]),
  },
  {
    name: 'none, with a type',
    request: sent('/small', undefined, ['content-type', 'text/xml']),
    expected: invalid(['body', [], 'object', 'nothing: the request has no body']),
  },
  {
    name: 'no type where none is accepted',
    request: sent('/never', VALID),
    expected: invalid(['body', [], 'object', 'nothing']),
  },
  {
    name: 'null',
    request: sent('/small', 'null', JSON_TYPE),
    expected: invalid(['body', [], 'object', 'null']),
  },
  { name: 'none where there may be none', request: sent('/may'), expected: { status: 200, text: 'nobody' } },
  {
    name: 'one where there may be none',
    request: sent('/may', VALID, JSON_TYPE),
    expected: { status: 200, text: 'Ada' },
  },
  {
    name: 'a form',
    request: sent('/form', 'age=7&state=WA&state=CA', FORM_TYPE),
    expected: ok({ age: 7, state: ['WA', 'CA'] }),
  },
  {
    name: 'a form with one value of a list',
    request: sent('/form', 'age=7&state=WA', FORM_TYPE),
    expected: ok({ age: 7, state: ['WA'] }),
  },
  {
    name: 'a form that is wrong',
    request: sent('/form', 'age=x', FORM_TYPE),
    expected: invalid(['body', ['age'], 'integer', 'string']),
  },
  {
    name: 'JSON where a form is accepted',
    request: sent('/form', '{}', JSON_TYPE),
    expected: refusedType('application/json', 'application/x-www-form-urlencoded'),
  },
  {
    name: 'one of several types',
    request: sent('/either', 'name=Ada', FORM_TYPE),
    expected: ok({ name: 'Ada' }),
  },
  {
    name: 'another of them',
    request: sent('/either', '{"name":"Ada"}', JSON_TYPE),
    expected: ok({ name: 'Ada' }),
  },
  {
    name: 'none of several types',
    request: sent('/either', 'Ada', ['content-type', 'text/plain']),
    expected: refusedType('text/plain', 'application/json or application/x-www-form-urlencoded'),
  },
  {
    name: 'a type that nothing parses is there as bytes',
    request: sent('/text', 'seven..', ['content-type', 'text/plain; charset=utf-8']),
    expected: ok(7),
  },
])

const ORIGIN = 'https://foo.example.com'
const around = (log: Log) =>
  calix(
    { log },
    pipe(small, use(compress({ threshold: 1 }), cors({ allowOrigin: ORIGIN }))),
    pipe(listed, use(cors({ allowOrigin: ORIGIN, allowCredentials: true }))),
  )

const allowed = { 'access-control-allow-origin': ORIGIN }

matrix('in CORS', around, [
  {
    name: 'a 400 has its headers',
    request: { target: '/listed?page=x', headers: [['origin', ORIGIN]] },
    expected: {
      ...invalid(['query', ['page'], 'integer', '"x"']),
      headers: { ...allowed, 'access-control-allow-credentials': 'true' },
    },
  },
  {
    name: 'a 415 has them',
    request: sent('/small', 'x', ['content-type', 'text/xml'], ['origin', ORIGIN]),
    expected: { ...refusedType('text/xml', 'application/json'), headers: allowed },
  },
  {
    name: 'malformed JSON has them',
    request: sent('/small', '{', JSON_TYPE, ['origin', ORIGIN]),
    expected: { ...unparsable, headers: allowed },
  },
  {
    name: 'a preflight is answered though its route would refuse it',
    request: {
      ...{ method: 'OPTIONS', target: '/listed' },
      headers: [
        ['origin', ORIGIN],
        ['access-control-request-method', 'GET'],
      ],
    },
    expected: { status: 204, headers: allowed },
  },
  {
    name: 'a 400 is compressed',
    request: sent('/small', '{}', JSON_TYPE, ['origin', ORIGIN], ['accept-encoding', 'gzip']),
    expected: {
      status: 400,
      headers: { ...allowed, 'content-encoding': 'gzip' },
      holds: ({ bytes }) => expect([...bytes.slice(0, 2)]).toEqual([0x1f, 0x8b]),
    },
  },
])
