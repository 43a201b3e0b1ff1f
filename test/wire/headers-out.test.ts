import { calix, get, type ResponseOptions, response, route } from 'calix'
import { expect } from 'vitest'
import { type Case, type Expected, type Log, matrix, unexpected } from './case.ts'
import { REST_APIS } from './doors.ts'

type Sample = readonly [options: ResponseOptions, expected: Expected]

const sent = (headers: Expected['headers'], cookies: ReadonlyArray<string> = []): Expected => ({
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  cookies,
  text: 'x',
})

/** An answer of which nothing is sent: neither its header nor one that it tries to smuggle. */
const withheld: Expected = {
  ...unexpected(expect.any(TypeError)),
  holds: ({ headers }) => {
    for (const [name, value] of headers) {
      expect(name).not.toMatch(/^x-(?:a|injected)/)
      expect(value).not.toContain('injected')
    }
  },
}

const EXPIRES = 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/; HttpOnly'

const samples: Readonly<Record<string, Sample>> = {
  'a header': [{ headers: { 'X-A': 'b' } }, sent({ 'x-a': 'b' })],
  'a number': [{ headers: { 'x-a': 1.5 } }, sent({ 'x-a': '1.5' })],
  'a boolean': [{ headers: { 'x-a': false } }, sent({ 'x-a': 'false' })],
  'an empty value': [{ headers: { 'x-a': '' } }, sent({ 'x-a': '' })],
  'a tab': [{ headers: { 'x-a': 'b\tc' } }, sent({ 'x-a': 'b\tc' })],
  'Latin-1': [{ headers: { 'x-a': 'caf\u00e9' } }, sent({ 'x-a': 'caf\u00e9' })],
  'several values': [{ headers: { 'x-a': ['b', 'c'] } }, sent({ 'x-a': 'b, c' })],
  'a list of one value': [{ headers: { 'x-a': ['b'] } }, sent({ 'x-a': 'b' })],
  'an empty list': [{ headers: { 'x-a': [] } }, sent({ 'x-a': null })],
  'several values under a name in capitals': [{ headers: { 'X-A': ['b', 'c'] } }, sent({ 'x-a': 'b, c' })],
  'a value with a comma': [{ headers: { 'x-a': 'b, c' } }, sent({ 'x-a': 'b, c' })],
  'names that differ in case: the last counts': [
    { headers: { 'X-A': 'b', 'x-a': 'c' } },
    sent({ 'x-a': 'c' }),
  ],
  'a list and then a value': [{ headers: { 'X-A': ['b', 'c'], 'x-a': 'd' } }, sent({ 'x-a': 'd' })],
  'a value and then a list': [{ headers: { 'X-A': 'd', 'x-a': ['b', 'c'] } }, sent({ 'x-a': 'b, c' })],
  'one content type, in whatever case': [
    { headers: { 'Content-Type': 'text/html' } },
    sent({ 'content-type': 'text/html' }),
  ],
  'one content type, in capitals': [
    { headers: { 'CONTENT-TYPE': 'text/html' } },
    sent({ 'content-type': 'text/html' }),
  ],
  'a cookie': [{ cookies: ['a=1; Path=/'] }, sent({}, ['a=1; Path=/'])],
  'several cookies, each whole': [{ cookies: [EXPIRES, 'b=2', 'c=3'] }, sent({}, [EXPIRES, 'b=2', 'c=3'])],
  'two cookies of one name': [{ cookies: ['a=1', 'a=2; Path=/b'] }, sent({}, ['a=1', 'a=2; Path=/b'])],
  'two equal cookies': [{ cookies: ['a=1', 'a=1'] }, sent({}, ['a=1', 'a=1'])],
  'ten cookies': [
    { cookies: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((n) => `c${n}=${n}`) },
    sent({}, ['c0=0', 'c1=1', 'c2=2', 'c3=3', 'c4=4', 'c5=5', 'c6=6', 'c7=7', 'c8=8', 'c9=9']),
  ],
  'cookies as headers': [{ headers: { 'Set-Cookie': ['a=1', EXPIRES] } }, sent({}, ['a=1', EXPIRES])],
  'cookies in both places': [
    { headers: { 'set-cookie': 'a=1' }, cookies: ['b=2'] },
    sent({}, ['a=1', 'b=2']),
  ],
  'a length that is not so': [{ headers: { 'content-length': '999' } }, sent({})],
  'a framing that is not so': [{ headers: { 'transfer-encoding': 'chunked' } }, sent({})],
  'a connection to be closed': [{ headers: { connection: 'close' } }, sent({})],
  '__proto__ as a name': [{ headers: JSON.parse('{"__proto__":"b","x-a":"c"}') }, sent({ 'x-a': 'c' })],
  // The types take no such headers; what is not typed gives them all the same.
  'constructor as a name': [{ headers: { constructor: 'b' } as never }, sent({ constructor: 'b' })],
  'CR LF in a value': [{ headers: { 'x-a': 'b\r\nx-injected: c' } }, withheld],
  'CR in a value': [{ headers: { 'x-a': 'b\rx-injected: c' } }, withheld],
  'LF in a value': [{ headers: { 'x-a': 'b\nx-injected: c' } }, withheld],
  'LF at the end of a value': [{ headers: { 'x-a': 'b\n' } }, withheld],
  'NUL in a value': [{ headers: { 'x-a': 'b\0injected' } }, withheld],
  'an escape in a value': [{ headers: { 'x-a': '\u001b[31minjected' } }, withheld],
  'DEL in a value': [{ headers: { 'x-a': 'b\u007finjected' } }, withheld],
  'CR LF in one of several values': [{ headers: { 'x-a': ['b', 'c\r\nx-injected: d'] } }, withheld],
  'CR LF in a name': [{ headers: { 'x-a\r\nx-injected': 'b' } }, withheld],
  'CR LF in the name of several values': [{ headers: { 'x-a\r\nx-injected': ['b', 'c'] } }, withheld],
  'NUL in a name': [{ headers: { 'x-a\0': 'b' } }, withheld],
  'a colon in a name': [{ headers: { 'x-a: b\r\nx-injected': 'c' } }, withheld],
  'a space in a name': [{ headers: { 'x a': 'injected' } }, withheld],
  'an empty name': [{ headers: { '': 'injected' } }, withheld],
  'a name beyond ASCII': [{ headers: { 'x-é': 'injected' } }, withheld],
  'a value beyond Latin-1': [{ headers: { 'x-a': '你好injected' } }, withheld],
  'a letter that loses its high byte to become LF': [
    { headers: { 'x-a': 'b\u010ax-injected: c' } },
    withheld,
  ],
  'CR LF in a content type': [{ headers: { 'content-type': 'text/html\r\nx-injected: c' } }, withheld],
  'CR LF in a cookie': [{ cookies: ['a=1\r\nx-injected: b'] }, withheld],
  'CR LF in one of several cookies': [{ cookies: ['a=1', 'b=2\r\nx-injected: c'] }, withheld],
  'a cookie beyond Latin-1': [{ cookies: ['a=你好injected'] }, withheld],
  'a value that is no text': [{ headers: { 'x-a': { injected: true } } as never }, withheld],
}

const names = Object.keys(samples)

const appOf = (log: Log) =>
  calix(
    { log },
    route(get('/sample/:nth'), ({ params }) =>
      response('x', samples[names[Number(params.nth)] ?? '']?.[0] ?? { status: 404 }),
    ),
    route(get('/challenge'), () => response('x', { status: 401, headers: { 'www-authenticate': 'Basic' } })),
  )

const cases: ReadonlyArray<Case> = [
  ...Object.entries(samples).map(
    ([name, [, expected]], nth): Case => ({ name, request: { target: `/sample/${nth}` }, expected }),
  ),
  {
    name: 'a challenge',
    request: { target: '/challenge' },
    expected: { status: 401, headers: { 'www-authenticate': 'Basic' }, text: 'x' },
    differs: [
      {
        doors: REST_APIS,
        because: 'a REST API renames the header',
        expected: { status: 401, headers: { 'x-amzn-remapped-www-authenticate': 'Basic' }, text: 'x' },
      },
    ],
  },
]

matrix('headers out', appOf, cases)
