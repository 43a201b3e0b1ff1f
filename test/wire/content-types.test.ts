import { calix, get, methods, post, route } from 'calix'
import { expect } from 'vitest'
import { type Case, type Expected, error, type Log, matrix, ok, wrapped } from './case.ts'

const FORM = 'application/x-www-form-urlencoded'

const statesOf = (body: unknown): ReadonlyArray<unknown> =>
  typeof body === 'object' && body !== null && 'states' in body ? [body.states].flat() : []

const appOf = (log: Log) =>
  calix(
    { log },
    route(post('/', { accepts: FORM }), ({ body }) => ({ states: statesOf(body) })),
    route(get('/', { accepts: FORM }), () => 'read'),
    route(
      post('/either', { accepts: ['application/json', 'Text/CSV; header=present'] }),
      ({ body, rawBody }) => ({
        parsed: body !== undefined,
        bytes: rawBody.length,
      }),
    ),
    route(methods(['GET', 'PUT'], '/objects/:key'), ({ method, params, body }) =>
      method === 'PUT' ? null : { [params.key]: body ?? null },
    ),
    route(post('/unguarded'), ({ body }) => ({ parsed: body !== undefined })),
  )

const sends = (target: string, type: string | undefined, body: string): Case['request'] => ({
  method: 'POST',
  target,
  headers: type === undefined ? [] : [['content-type', type]],
  body,
})

const refused = (said: string): Expected => ({
  status: 415,
  headers: { 'content-type': 'application/json' },
  json: {
    Code: 'UnsupportedMediaTypeError',
    Message: expect.stringMatching(new RegExp(`^UnsupportedMediaTypeError: .*${said}`)),
  },
})

const cases: ReadonlyArray<Case> = [
  {
    name: 'a form where forms are accepted',
    request: sends('/', FORM, 'states=WA&states=CA'),
    expected: { ...ok({ states: ['WA', 'CA'] }), text: '{"states":["WA","CA"]}' },
  },
  { name: 'one value of a form', request: sends('/', FORM, 'states=WA'), expected: ok({ states: ['WA'] }) },
  {
    name: 'no body where forms are accepted',
    request: sends('/', FORM, ''),
    expected: { ...ok({ states: [] }), text: '{"states":[]}' },
  },
  { name: 'no body and no type', request: sends('/', undefined, ''), expected: ok({ states: [] }) },
  {
    name: 'no body is never a 415, whatever its type',
    request: sends('/', 'application/json', ''),
    expected: ok({ states: [] }),
  },
  {
    name: 'GET without a body is never a 415',
    request: { target: '/', headers: [['content-type', 'application/json']] },
    expected: { status: 200, text: 'read' },
  },
  {
    name: 'JSON where forms are accepted is a 415',
    request: sends('/', 'application/json', '{"states":["WA"]}'),
    expected: refused('application/x-www-form-urlencoded'),
  },
  {
    name: 'a 415 names what came',
    request: sends('/', 'text/plain', 'x'),
    expected: refused("'text/plain'"),
  },
  {
    name: 'parameters of the type do not count',
    request: sends('/', `${FORM}; charset=UTF-8`, 'states=WA'),
    expected: ok({ states: ['WA'] }),
  },
  {
    name: 'case does not count',
    request: sends('/', 'Application/X-WWW-Form-URLencoded', 'states=WA'),
    expected: ok({ states: ['WA'] }),
  },
  {
    name: 'the case of the header does not count',
    request: { method: 'POST', target: '/', headers: [['CONTENT-TYPE', FORM]], body: 'states=WA' },
    expected: ok({ states: ['WA'] }),
  },
  {
    name: 'the case of the header does not count for a 415',
    request: { method: 'POST', target: '/', headers: [['CONTENT-TYPE', 'application/json']], body: '{}' },
    expected: refused('application/json'),
  },
  {
    name: 'a type that only begins like the accepted one',
    request: sends('/', `${FORM}x`, 'states=WA'),
    expected: refused('urlencodedx'),
  },
  {
    name: 'a body without a type is let in, and nothing parses it',
    request: sends('/', undefined, 'states=WA'),
    expected: ok({ states: [] }),
  },
  {
    name: 'the first of two accepted types',
    request: sends('/either', 'application/json', '{}'),
    expected: ok({ parsed: true, bytes: 2 }),
  },
  {
    name: 'the second of two accepted types',
    request: sends('/either', 'text/csv', 'a,b'),
    expected: ok({ parsed: false, bytes: 3 }),
  },
  {
    name: 'neither of two accepted types',
    request: sends('/either', FORM, 'a=b'),
    expected: refused('application/json or Text/CSV'),
  },
  {
    name: 'malformed JSON of an accepted type',
    request: sends('/either', 'application/json', '{'),
    expected: error(400, 'BadRequestError', 'BadRequestError: Error Parsing JSON'),
  },
  {
    name: 'JSON with its charset',
    request: {
      ...{ method: 'PUT', target: '/objects/banana', body: '"yellow"' },
      headers: [['content-type', 'application/json; charset=utf-8']],
    },
    expected: { ...ok(null), text: 'null' },
  },
  {
    name: 'every type is accepted where none is named',
    request: sends('/unguarded', 'image/png', 'x'),
    expected: ok({ parsed: false }),
  },
  { name: 'a type that is none', request: sends('/unguarded', ';;;', 'x'), expected: ok({ parsed: false }) },
]

matrix('content types', appOf, cases)
matrix('content types in middleware', wrapped(appOf), cases)
