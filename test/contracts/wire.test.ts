import { calix, codeAndMessage, type ErrorShape, problem } from 'calix'
import { type Case, type Expected, type Log, matrix, wrapped } from '../wire/case.ts'
import { LAST_VALUE_ONLY } from '../wire/doors.ts'
import { all, type IssueShown, invalid, invalidProblem, JSON_TYPE, sent, unparsable } from './invalid.ts'

const appOf = (log: Log) => calix({ log }, ...all)
const shaped = (errorShape: ErrorShape) => (log: Log) => calix({ log, errorShape }, ...all)
const debugging = (log: Log) => calix({ log, debug: true, invalidBodyStatus: 422 }, ...all)
const UUID = '7c9e6679-7425-40de-944b-e07fc1f90ae7'

const EVERYTHING = sent(
  `/users/x?page=1.5&ref=${UUID}&ref=y`,
  '{"name":7,"born":"never"}',
  JSON_TYPE,
  ['x-at', 'yesterday'],
  ['cookie', 'theme=neon'],
)

const WRONG: ReadonlyArray<IssueShown> = [
  ['params', ['id'], 'integer', '"x"'],
  ['query', ['page'], 'integer', '"1.5"'],
  ['query', ['ref', 1], 'uuid', '"y"'],
  ['headers', ['x-at'], 'date', 'string'],
  ['cookies', ['theme'], 'one of "light", "dark"', 'string'],
  ['body', ['name'], 'string', 'number'],
  ['body', ['born'], 'date', 'string'],
]

const isLastAlone = (expected: Expected) => ({
  doors: LAST_VALUE_ONLY,
  because: 'it hands on the last value of a name alone',
  expected,
})
const onLast = WRONG.map(
  (each): IssueShown => (each[1][0] === 'ref' ? ['query', ['ref', 0], 'uuid', '"y"'] : each),
)

/** The same whichever shape errors have. */
const cases = (refused: (...all: ReadonlyArray<IssueShown>) => Expected): ReadonlyArray<Case> => [
  {
    name: 'all that is wrong is said at once',
    request: EVERYTHING,
    expected: refused(...WRONG),
    differs: [isLastAlone(refused(...onLast))],
  },
  {
    name: 'what is missing',
    request: sent('/users/1', '{}', JSON_TYPE),
    expected: refused(
      ['headers', ['x-at'], 'date', 'nothing'],
      ['cookies', ['theme'], 'one of "light", "dark"', 'nothing'],
      ['body', ['name'], 'string', 'nothing'],
    ),
  },
  {
    name: 'one thing alone is the message',
    request: { target: '/listed?page=x' },
    expected: refused(['query', ['page'], 'integer', '"x"']),
  },
  {
    name: 'a value is cut',
    request: { target: `/listed?page=${'9'.repeat(300)}` },
    expected: refused(['query', ['page'], 'integer', `"${'9'.repeat(39)}…"`]),
  },
  {
    name: 'a value has no line breaks',
    request: { target: '/listed?page=a%0D%0Ab%00' },
    expected: refused(['query', ['page'], 'integer', '"a\\r\\nb\\u0000"']),
  },
]

matrix('what is wrong with a request', appOf, cases(invalid))
matrix('what is wrong with a request, as a problem', shaped(problem), cases(invalidProblem))
matrix('what is wrong with a request, in middleware', wrapped(shaped(codeAndMessage)), cases(invalid))

matrix('an invalid HEAD', appOf, [
  {
    name: 'has the status and no body',
    request: { method: 'HEAD', target: '/listed?page=x' },
    expected: { status: 400, headers: { 'content-type': 'application/json' }, text: '' },
  },
  {
    name: 'and a valid one neither',
    request: { method: 'HEAD', target: '/listed?page=1' },
    expected: { status: 200, text: '' },
  },
])

matrix('in debug mode', debugging, [
  {
    name: 'an invalid request is answered as ever, and the status of its body may be 422',
    request: sent('/small', '{"name":7}', JSON_TYPE),
    expected: { ...invalid(['body', ['name'], 'string', 'number']), status: 422 },
  },
  {
    name: 'which is not that of anything else that is wrong beside it',
    request: EVERYTHING,
    expected: invalid(...WRONG),
    differs: [isLastAlone(invalid(...onLast))],
  },
  { name: 'nor that of malformed JSON', request: sent('/small', '{', JSON_TYPE), expected: unparsable },
])
