import { calix, lambda } from 'calix'
import { describe, expect, test } from 'vitest'
import type { Json } from './expected.ts'
import { answerTo, type Kind, log, routed, samples } from './own.ts'
import { alb, albMulti, http, httpV1, rest, url } from './shapes.ts'

const SPACED = { path: '/a b', params: { rest: 'a b' } }
const PERCENT = { path: '/100%', params: { rest: '100%' } }
const WITHIN = { path: '/files/a/b', route: '/files/:name', params: { name: 'a/b' } }

samples('a path', [
  ['arrives encoded', 'rest', rest({ path: '/a%20b' }), { ...SPACED, rawPath: '/a%20b' }],
  ['arrives encoded', 'url', url('/a%20b'), { ...SPACED, rawPath: '/a%20b' }],
  ['arrives encoded', 'alb', alb({ path: '/a%20b' }), { ...SPACED, rawPath: '/a%20b' }],
  ['arrives encoded', 'alb-multi', albMulti({ path: '/a%20b' }), { ...SPACED, rawPath: '/a%20b' }],
  ['arrives decoded', 'http', http('/a b'), { ...SPACED, rawPath: '/a b' }],
  ['arrives decoded', 'http-1.0', httpV1({ path: '/a b' }), { ...SPACED, rawPath: '/a b' }],
  ['is decoded once', 'rest', rest({ path: '/100%25' }), PERCENT],
  ['is decoded once', 'url', url('/100%25'), PERCENT],
  ['is decoded once', 'alb', alb({ path: '/100%25' }), PERCENT],
  ['is not decoded again', 'http', http('/100%'), PERCENT],
  ['is not decoded again', 'http', http('/%41'), { path: '/%41', params: { rest: '%41' } }],
  ['is not decoded again', 'http-1.0', httpV1({ path: '/%41' }), { path: '/%41', params: { rest: '%41' } }],
  ['has an encoded slash', 'rest', rest({ path: '/files/a%2Fb' }), WITHIN],
  ['has an encoded slash', 'url', url('/files/a%2Fb'), WITHIN],
  ['has an encoded slash', 'alb', alb({ path: '/files/a%2fb' }), WITHIN],
  [
    'has no encoded slash any more',
    'http',
    http('/files/a/b'),
    { route: '/*rest', params: { rest: 'files/a/b' } },
  ],
])

const dev = { stage: 'dev' }

samples('a stage', [
  ['is taken off', 'http', http('/dev/a', {}, dev), { path: '/a', rawPath: '/dev/a' }],
  ['is taken off once', 'http', http('/dev/dev/a', {}, dev), { path: '/dev/a' }],
  ['may be all there is', 'http', http('/dev', {}, dev), { path: '/', route: '/' }],
  ['may be all there is but a slash', 'http', http('/dev/', {}, dev), { path: '/', route: '/' }],
  ['is a whole segment', 'http', http('/devil/a', {}, dev), { path: '/devil/a' }],
  ['is not always there', 'http', http('/a', {}, dev), { path: '/a' }],
  ['is none when it is the default', 'http', http('/$default/a'), { path: '/$default/a' }],
  ['may be called default', 'http', http('/default/a', {}, { stage: 'default' }), { path: '/a' }],
  ['is taken off', 'http-1.0', httpV1({ path: '/dev/a' }), { path: '/a', rawPath: '/dev/a' }],
  ['is taken off already', 'http-1.0', httpV1({ path: '/a' }, { path: '/dev/a' }), { path: '/a' }],
  [
    'is taken off already, and the path begins like it',
    'http-1.0',
    httpV1({ path: '/dev/a' }, { path: '/dev/dev/a' }),
    { path: '/dev/a' },
  ],
  ['is not in the path', 'rest', rest({ path: '/dev/a' }, { path: '/dev/dev/a' }), { path: '/dev/a' }],
  ['is no part of a function URL', 'url', url('/dev/a', {}, dev), { path: '/dev/a' }],
])

describe('a base path', () => {
  const based = lambda(calix({ log, basePath: '/api' }, ...routed))
  const paths: ReadonlyArray<readonly [Kind, Json, string]> = [
    ['rest', rest({ path: '/api/a' }), '/a'],
    ['rest', rest({ path: '/api' }), '/'],
    ['rest', rest({ path: '/apiary/a' }), '/apiary/a'],
    ['rest', rest({ path: '/api/api/a' }), '/api/a'],
    ['http', http('/dev/api/a', {}, dev), '/a'],
    ['alb', alb({ path: '/api/a%20b' }), '/a b'],
  ]
  test.each(paths)('is taken off as a whole (%s)', async (kind, event, path) => {
    const { seen } = await answerTo(kind, event, based)
    expect(seen.path).toBe(path)
  })
})
