import { appOf, FORM, form, JSON_TYPE, json, malformed, nothing, parsed, typed } from './body.ts'
import { type Case, error, matrix, ok, wrapped } from './case.ts'

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)

const cases: ReadonlyArray<Case> = [
  {
    name: 'a JSON object',
    request: json('{"name":"λ","list":[1,null]}'),
    expected: parsed({ name: 'λ', list: [1, null] }),
  },
  { name: 'a JSON string', request: json('"yellow"'), expected: parsed('yellow') },
  { name: 'a JSON number', request: json('5'), expected: parsed(5) },
  { name: 'JSON false', request: json('false'), expected: parsed(false) },
  { name: 'an empty JSON string', request: json('""'), expected: parsed('') },
  {
    name: 'JSON null is null, not nothing',
    request: json('null'),
    expected: ok({ kind: 'null', body: null }),
  },
  { name: 'JSON with white space around it', request: json(' \r\n{"a":1}\n'), expected: parsed({ a: 1 }) },
  { name: 'an escaped surrogate pair', request: json('"\\ud83c\\udf0d"'), expected: parsed('🌍') },
  {
    name: 'JSON with parameters of its type',
    request: typed('/echo', 'application/json; charset=utf-8', '{"a":1}'),
    expected: parsed({ a: 1 }),
  },
  {
    name: 'JSON by the suffix of its type',
    request: typed('/echo', 'application/vnd.api+json', '{"a":1}'),
    expected: parsed({ a: 1 }),
  },
  {
    name: 'JSON under a header in upper case',
    request: {
      method: 'POST',
      target: '/echo',
      headers: [['CONTENT-TYPE', 'APPLICATION/JSON']],
      body: '[1]',
    },
    expected: parsed([1]),
  },
  { name: 'malformed JSON is a 400', request: json('{"a":'), expected: malformed },
  { name: 'white space is malformed JSON', request: json('  '), expected: malformed },
  { name: 'two JSON values are malformed JSON', request: json('{}{}'), expected: malformed },
  { name: 'malformed JSON says nothing of itself', request: json('secret'), expected: malformed },
  {
    name: 'malformed JSON that nobody reads is no failure',
    request: typed('/unread', JSON_TYPE, '{"a":'),
    expected: { status: 200, text: 'not read' },
  },
  {
    name: 'malformed JSON fails whenever it is read',
    request: typed('/twice', JSON_TYPE, '{"a":'),
    expected: ok(['Error Parsing JSON', 'Error Parsing JSON']),
  },
  { name: 'no body, and JSON its type', request: json(''), expected: nothing },
  { name: 'no body and no type', request: { method: 'POST', target: '/echo' }, expected: nothing },
  {
    name: 'a body without a type is not parsed',
    request: typed('/echo', undefined, '{"a":1}'),
    expected: nothing,
  },
  { name: 'text is not parsed', request: typed('/echo', 'text/plain', '{"a":1}'), expected: nothing },
  {
    name: 'a type that begins like JSON is not parsed',
    request: typed('/echo', 'application/jsonx', '[]'),
    expected: nothing,
  },
  {
    name: 'a body without a type is there as bytes',
    request: typed('/raw', undefined, 'a=1'),
    expected: { status: 200, text: 'a=1' },
  },
  {
    name: 'the parsed body and its bytes',
    request: typed('/both', JSON_TYPE, ' {"name": "λ"}'),
    expected: ok({ body: { name: 'λ' }, raw: ' {"name": "λ"}' }),
  },
  {
    name: 'PUT has a body',
    request: { ...json('{"a":1}'), method: 'PUT' },
    expected: ok({ a: 1 }),
  },
  {
    name: 'PATCH has a body',
    request: { ...typed('/kind', JSON_TYPE, '{"a":1}'), method: 'PATCH' },
    expected: { status: 200, text: 'object' },
  },
  {
    name: 'a form',
    request: form('city=seattle&state=WA'),
    expected: parsed({ city: 'seattle', state: 'WA' }),
  },
  {
    name: 'a repeated field',
    request: form('states=WA&states=CA&zip=98101'),
    expected: parsed({ states: ['WA', 'CA'], zip: '98101' }),
  },
  {
    name: 'an encoded form',
    request: form('a=1+2&b=1%2B2&c=%CE%BB&d+e=%26%3D'),
    expected: parsed({ a: '1 2', b: '1+2', c: 'λ', 'd e': '&=' }),
  },
  { name: 'a field without a value', request: form('a&b='), expected: parsed({ a: '', b: '' }) },
  {
    name: 'a form with parameters of its type',
    request: typed('/echo', `${FORM}; charset=UTF-8`, 'a=1'),
    expected: parsed({ a: '1' }),
  },
  {
    name: 'a form and its bytes',
    request: typed('/both', FORM, 'a=1+2'),
    expected: ok({ body: { a: '1 2' }, raw: 'a=1+2' }),
  },
  {
    name: 'a thousand fields of a form',
    request: typed('/fields', FORM, Array.from({ length: 1000 }, (_, nth) => `f${nth}=1`).join('&')),
    expected: ok(1000),
  },
  {
    name: 'a field more than a thousand is a 413, not a field less',
    request: typed('/fields', FORM, Array.from({ length: 1001 }, (_, nth) => `f${nth}=1`).join('&')),
    expected: error(413, 'PayloadTooLargeError', 'PayloadTooLargeError: The form has more than 1000 fields'),
  },
  {
    name: 'every byte there is',
    request: typed('/raw', 'application/octet-stream', everyByte),
    expected: { status: 200, headers: { 'content-type': 'application/octet-stream' }, bytes: everyByte },
  },
  {
    name: 'bytes that are no text, marked as text',
    request: typed('/raw', 'text/plain', Uint8Array.of(0xff, 0xfe, 0x00)),
    expected: { status: 200, bytes: Uint8Array.of(0xff, 0xfe, 0x00) },
  },
  {
    name: 'a byte order mark is a part of the bytes',
    request: typed('/raw', 'text/plain', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)),
    expected: { status: 200, bytes: Uint8Array.of(0xef, 0xbb, 0xbf, 0x61) },
  },
  {
    name: 'bytes of no body',
    request: { method: 'POST', target: '/raw' },
    expected: { status: 200, bytes: new Uint8Array() },
  },
]

matrix('body', appOf, cases)
matrix('body in middleware', wrapped(appOf), cases)
