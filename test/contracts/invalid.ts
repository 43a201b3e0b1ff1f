import { get, post, route } from 'calix'
import { date, integer, list, oneOf, optional, uuid, withDefault } from 'calix/codec'
import * as t from 'io-ts'
import { type Expected, error } from '../wire/case.ts'

export const JSON_TYPE = ['content-type', 'application/json'] as const
export const FORM_TYPE = ['content-type', 'application/x-www-form-urlencoded'] as const

const User = t.type({ name: t.string, born: optional(date) })

const users = route(
  post('/users/:id', {
    params: t.type({ id: integer }),
    query: t.type({ page: withDefault(integer, 1), ref: list(uuid) }),
    headers: t.type({ 'x-at': date }),
    cookies: t.type({ theme: oneOf('light', 'dark') }),
    body: User,
  }),
  ({ body, cookies, params, query }) => ({ id: params.id, ...query, theme: cookies.theme, name: body.name }),
)

export const small = route(post('/small', { body: User }), ({ body }) => ({ name: body.name }))
const may = route(post('/may', { body: t.union([User, t.undefined]) }), ({ body }) => body?.name ?? 'nobody')
export const listed = route(get('/listed', { query: t.type({ page: integer }) }), ({ query }) => query)
const form = route(
  post('/form', {
    accepts: 'application/x-www-form-urlencoded',
    body: t.type({ age: integer, state: list(t.string) }),
  }),
  ({ body }) => body,
)
const either = route(
  post('/either', {
    accepts: ['application/json', 'application/x-www-form-urlencoded'],
    body: t.type({ name: t.string }),
  }),
  ({ body }) => body,
)
const text = route(
  post('/text', { accepts: 'text/plain', body: t.undefined }),
  ({ rawBody }) => rawBody.length,
)

const never = route(post('/never', { accepts: [], body: User }), () => 'answered')

export const all = [users, small, may, listed, form, either, text, never] as const

/** An issue: its part, its place, what is expected there and what is there. */
export type IssueShown = readonly [
  part: string,
  path: ReadonlyArray<string | number>,
  expected: string,
  got: string,
]

const issuesOf = (all: ReadonlyArray<IssueShown>) =>
  all.map(([part, path, expected, got]) => {
    const place = path.map((each) =>
      typeof each === 'number' ? `[${each}]` : /^[\w-]+$/.test(each) ? `.${each}` : `["${each}"]`,
    )
    return { in: part, path, expected, message: `${part}${place.join('')}: expected ${expected}, got ${got}` }
  })

export const invalid = (...all: ReadonlyArray<IssueShown>): Expected => {
  const issues = issuesOf(all)
  const what = issues.length === 1 ? issues[0]?.message : `${issues.length} issues`
  return {
    status: 400,
    headers: { 'content-type': 'application/json' },
    text: JSON.stringify({
      Code: 'InvalidRequestError',
      Message: `InvalidRequestError: ${what}`,
      Issues: issues,
    }),
  }
}

export const invalidProblem = (...all: ReadonlyArray<IssueShown>): Expected => {
  const issues = issuesOf(all)
  const what = issues.length === 1 ? issues[0]?.message : `${issues.length} issues`
  return {
    status: 400,
    headers: { 'content-type': 'application/problem+json' },
    text: JSON.stringify({
      ...{ type: 'about:blank', title: 'Bad Request', status: 400 },
      ...{ detail: what, code: 'InvalidRequestError', issues },
    }),
  }
}

export const sent = (
  target: string,
  body?: string,
  ...headers: ReadonlyArray<readonly [string, string]>
) => ({
  method: 'POST',
  target,
  headers,
  ...(body === undefined ? {} : { body }),
})

export const unparsable = error(400, 'BadRequestError', 'BadRequestError: Error Parsing JSON')
export const refusedType = (type: string, list: string): Expected =>
  error(
    415,
    'UnsupportedMediaTypeError',
    `UnsupportedMediaTypeError: '${type}' is not accepted here: send ${list}`,
  )
