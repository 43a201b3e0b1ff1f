import type { Seen } from './expected.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

const PARAMETERS = { parameter1: ['value1', 'value2'], parameter2: ['value'] }
const CAPTURED: Partial<Seen> = {
  method: 'POST',
  path: '/capture/space value',
  queryAll: {
    repeat: ['one', 'two'],
    redirect: ['https://example.com/a/b'],
    literalPlus: ['a b'],
    encodedPlus: ['a+b'],
    empty: [''],
  },
  cookies: { session: 'abc123', theme: 'dark' },
  sourceIp: '68.8.83.18',
  body: base64('{"message":"hello from the public internet","unicode":"lambda-λ"}'),
}

/** What some of the events say, read off the files by eye. */
export const LITERALS: Readonly<Record<string, Partial<Seen>>> = {
  'v1/voker-live-capture.json': CAPTURED,
  'v2/voker-live-capture.json': CAPTURED,
  'furl/voker-live-capture.json': CAPTURED,
  'alb/voker-live-capture-multi.json': CAPTURED,
  'v1/awsdocs-rest-Prod.json': {
    method: 'GET',
    path: '/',
    queryAll: {},
    cookies: { s_fid: '7AABXMPL1AFD9BBF-0643XMPL09956DE2', regStatus: 'pre-register' },
    sourceIp: '52.255.255.12',
    body: base64('Hello world!'),
  },
  'v1/bref-stage-prefix.json': { method: 'GET', path: '/path', sourceIp: '1.1.1.1', body: '' },
  'v1/bref-body-base64.json': { method: 'POST', path: '/path', body: base64('foo=bar') },
  'v1/bref-cookies.json': { cookies: { tz: 'Europe%2FParis', four: 'two+%2B+2', theme: 'light' } },
  'v1/bref-query-string-multivalue.json': {
    queryAll: {
      foo: ['bar'],
      'foo[]': ['bar', 'baz'],
      'cards[]': ['birthday'],
      'colors[][]': ['red', 'blue'],
      'shapes[a][]': ['square', 'triangle'],
      myvar: ['abc'],
      'foo.bar[]': ['baz'],
      array: ['one', 'two'],
    },
  },
  'v1/lambda-api-mixed-single-multi.json': {
    path: '/test/hello',
    queryAll: { qs1: ['foo'], qs2: ['foo', 'bar'], qs3: ['bat', 'baz'] },
    sourceIp: '192.168.100.12',
  },
  'v1/lambda-api-console-test.json': {
    ...{ method: 'GET', path: '/test/hello', queryAll: {}, headers: {}, cookies: {} },
    ...{ sourceIp: 'test-invoke-source-ip', body: '' },
  },
  'v1/pt-base64-flag-plain-text-body.json': {
    ...{ method: 'GET', path: '/my/path/', queryAll: PARAMETERS, sourceIp: '192.168.0.1/32' },
    ...{ headers: { header1: 'value1', header2: 'value1,value2' }, body: undefined },
  },
  'v1/pt-http-api-format1.json': {
    path: '/my/path',
    headers: { header1: 'value1', header2: 'value1,value2', origin: 'https://aws.amazon.com' },
  },
  'v1/pt-principal-id-minimal.json': {
    ...{ method: 'POST', path: '/trip', queryAll: {}, headers: {}, cookies: {}, sourceIp: '', body: '' },
  },
  'v1/sam-generate-aws-proxy-base64.json': {
    ...{ method: 'POST', path: '/path/to/resource', queryAll: { foo: ['bar'] }, sourceIp: '127.0.0.1' },
    ...{ body: base64('{"test":"body"}') },
  },
  'v2/awsdocs-default-stage-cookies.json': {
    method: 'GET',
    path: '/nodejs-apig-function-1G3XMPLZXVXYI',
    cookies: { s_fid: '7AABXMPL1AFD9BBF-0643XMPL09956DE2', regStatus: 'pre-register' },
    sourceIp: '205.255.255.176',
    body: undefined,
  },
  'v2/bref-cookies-invalid.json': { cookies: {}, sourceIp: '1.1.1.1' },
  'v2/bref-header-custom-multivalue.json': { method: 'GET', path: '/path', queryAll: {}, body: '' },
  'v2/bref-body-utf8.json': { method: 'PUT', body: base64('Hello 🌍') },
  'v2/bref-query-string-arrays.json': {
    queryAll: { 'vars[val1]': ['foo'], 'vars[val2][]': ['bar'], 'foo.bar[]': ['baz'] },
  },
  'v2/rust-path-with-space.json': {
    ...{ method: 'POST', path: '/my/path-with space', queryAll: PARAMETERS, sourceIp: 'IP' },
    ...{ cookies: { cookie1: 'value1', cookie2: 'value2' }, body: base64('Hello from Lambda') },
  },
  'v2/rust-stage-in-path.json': { method: 'POST', path: '/my/path', queryAll: PARAMETERS },
  'v2/rust-multi-value-mixed-case.json': {
    queryAll: { Parameter1: ['value1', 'value2'] },
    headers: { header2: 'value1,value2', cookie: 'cookie1; cookie2' },
    cookies: {},
  },
  'v2/pt-trailing-slash.json': { path: '/my/path/', queryAll: PARAMETERS, sourceIp: '192.168.0.1/32' },
  'furl/go-cookies-text-body.json': {
    ...{ method: 'POST', path: '/hello', queryAll: { hello: ['world'], foo: ['bar'] } },
    ...{ cookies: { foo: 'bar', hello: 'hello' }, sourceIp: '127.0.0.1', body: base64('{"hello": "world"}') },
  },
  'furl/go-base64-body.json': { method: 'POST', path: '/', body: base64('<idk/>') },
  'furl/rust-null-query-map.json': {
    ...{ method: 'GET', path: '/my/path', queryAll: PARAMETERS, cookies: { test: 'hi' } },
    ...{ sourceIp: '65.78.31.245', body: '' },
  },
  'furl/pt-trailing-slash.json': {
    ...{ method: 'POST', path: '/my/path/', queryAll: PARAMETERS, sourceIp: '123.123.123.123' },
    ...{ headers: { header1: 'value1', header2: 'value1,value2', cookie: 'cookie1; cookie2' }, cookies: {} },
    ...{ body: base64('Hello from client!') },
  },
  'alb/bref-query-encoded.json': {
    path: '/widgets/report/another-report',
    queryAll: {
      'date[from]': ['2019-07-19'],
      'date[to]': ['2020-07-17'],
      'date[type]': ['date_email_sent'],
      date_increment: ['month'],
      'filter[destination][]': ['101'],
      kpi_followup: ['1'],
      q: ['1'],
    },
    cookies: { PHPSESSID: '00000000000000000000000000' },
    sourceIp: '19.19.190.19',
  },
  'alb/bref-query-mixed-encoding.json': {
    queryAll: {
      'date[from]': ['2020-06-18'],
      'date[to]': ['2020-07-17'],
      'date[type]': ['custom_date'],
      date_increment: ['month'],
      'encoded_value[]': ['abc123!@#%'],
      'filter[destination][]': ['106'],
      kpi_closed: ['168'],
      kpi_followup: ['48'],
      q: ['1'],
    },
    sourceIp: '31.20.207.32',
  },
  'alb/rust-multi-encoded-query.json': {
    ...{ method: 'GET', path: '/', queryAll: { myKey: ['?showAll=true', '?showAll=false'] } },
    ...{ cookies: { name1: 'value1', name2: 'value2' }, sourceIp: '72.21.198.66' },
    ...{ body: base64('request_body') },
  },
  'alb/rust-health-check.json': {
    ...{ method: 'GET', path: '/', queryAll: {}, headers: { 'user-agent': 'ELB-HealthChecker/2.0' } },
    ...{ cookies: {}, sourceIp: '', body: '' },
  },
  'alb/rust-no-host.json': { path: '/v1/health/', sourceIp: '' },
  'alb/lambda-api-multi.json': {
    queryAll: { qs1: ['foo'], qs2: ['foo', 'bar'], qs3: ['foo', 'bar', 'bat'] },
    cookies: {},
    sourceIp: '192.168.100.1',
    body: '',
  },
}
