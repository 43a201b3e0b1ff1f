import { expect, it } from 'vitest'
import { explain } from '../../../deploy/policy/explain.ts'
import { summaryOf } from '../../../deploy/policy/summary.ts'
import { bucket, derivation, need, table, unknown } from './written-needs.ts'

const settings = need('ssm:GetParameter', 'arn:aws:ssm:*:*:parameter/photos', 3)
const save = {
  ...need('s3:PutObject', bucket('photos', '/*')),
  chain: [
    { what: 'save', file: 'app.ts', line: 12 },
    { what: 'putPhoto', file: 'app.ts', line: 30 },
    { what: 'PutObjectCommand', file: 'lib/store.ts', line: 31 },
  ],
}
const derived = derivation(
  {
    'PUT /photos/:key': [save, need('dynamodb:PutItem', table('photos'), 40)],
    'GET /photos/:key': [need('s3:GetObject', bucket('photos', '/*'), 7)],
    'GET /small/:key': [
      need('s3:GetObject', bucket('thumbnails', '/*'), 9),
      need('s3:GetObject', bucket('photos', '/*'), 8),
    ],
    'GET /': [],
  },
  {
    always: [settings],
    authorizers: new Map([['admins', [settings, need('dynamodb:GetItem', table('admins'), 50)]]]),
    unresolved: [
      { file: 'b.ts', line: 1, why: 'second', routes: [] },
      { file: 'a.ts', line: 10, why: 'first', routes: ['GET /'] },
      { file: 'a.ts', line: 9, why: 'before', routes: [] },
    ],
  },
)

it('tells the ways to each action, route by route, and what runs at the start once', () => {
  expect(explain(derived, unknown)).toBe(`dynamodb:GetItem
  arn:aws:dynamodb:*:*:table/admins
    admins → GetItemCommand → app.ts:50

dynamodb:PutItem
  arn:aws:dynamodb:*:*:table/photos
    PUT /photos/:key → PutItemCommand → app.ts:40

s3:GetObject
  arn:aws:s3:::photos/*
    GET /photos/:key → GetObjectCommand → app.ts:7
    GET /small/:key → GetObjectCommand → app.ts:8
  arn:aws:s3:::thumbnails/*
    GET /small/:key → GetObjectCommand → app.ts:9

s3:PutObject
  arn:aws:s3:::photos/*
    PUT /photos/:key → save → putPhoto → PutObjectCommand → lib/store.ts:31

ssm:GetParameter
  arn:aws:ssm:*:*:parameter/photos
    every call → GetParameterCommand → app.ts:3`)
})

it('gives the same as data', () => {
  expect(summaryOf(derived, unknown)).toEqual({
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 's3:GetObject', 's3:PutObject', 'ssm:GetParameter'],
    resources: {
      'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/admins'],
      'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/photos'],
      's3:GetObject': ['arn:aws:s3:::photos/*', 'arn:aws:s3:::thumbnails/*'],
      's3:PutObject': ['arn:aws:s3:::photos/*'],
      'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/photos'],
    },
    routes: {
      'PUT /photos/:key': ['dynamodb:PutItem', 's3:PutObject', 'ssm:GetParameter'],
      'GET /photos/:key': ['s3:GetObject', 'ssm:GetParameter'],
      'GET /small/:key': ['s3:GetObject', 'ssm:GetParameter'],
      'GET /': ['ssm:GetParameter'],
    },
    authorizers: { admins: ['dynamodb:GetItem', 'ssm:GetParameter'] },
    unresolved: [
      { file: 'a.ts', line: 9, why: 'before' },
      { file: 'a.ts', line: 10, why: 'first' },
      { file: 'b.ts', line: 1, why: 'second' },
    ],
  })
})

it('has no authorizers in an app without them', () => {
  expect(summaryOf(derivation({ 'GET /': [] }), unknown)).toEqual({
    actions: [],
    resources: {},
    routes: { 'GET /': [] },
    unresolved: [],
  })
})

it('names a route once, where its chain begins with it', () => {
  const declared = { what: 'GET /', file: 'app.ts', line: 2 }
  const { chain, ...rest } = need('s3:GetObject', bucket('photos'), 7)
  const begun = derivation({ 'GET /': [{ ...rest, chain: [declared, ...chain] }] })
  expect(explain(begun, unknown)).toBe(
    's3:GetObject\n  arn:aws:s3:::photos\n    GET / → GetObjectCommand → app.ts:7',
  )
})
