import { apiKey, authorize, calix, get, iam, jwt, route, routes } from 'calix'
import { pipe } from 'fp-ts/function'
import { describe, expect, test } from 'vitest'
import { authOf } from '../../deploy/http-api.ts'
import { outlineOf } from '../../src/outline.ts'

const answer = () => 'hello'

const outline = outlineOf(
  calix(
    {},
    routes(
      route(get('/open'), answer),
      route(pipe(get('/iam'), authorize(iam())), answer),
      route(pipe(get('/key'), authorize(apiKey())), answer),
      route(
        pipe(
          get('/jwt'),
          authorize(jwt({ issuer: 'https://login.example.com', audience: 'a', scopes: ['read'] })),
        ),
        answer,
      ),
    ),
  ),
)

const guardOf = (path: string) => outline.routes.find((each) => each.path === path)?.guard

describe('what a route of an HTTP API asks', () => {
  test('is nothing without a guard', () => {
    expect(guardOf('/open')).toBeUndefined()
    expect(authOf(guardOf('/open'), outline, new Map())).toEqual({ authorizationType: 'NONE' })
  })

  test.each([
    ['only a key, which an HTTP API has none of', '/key', outline],
    ['IAM', '/iam', outline],
    ['an authorizer that has not been made', '/jwt', outline],
    ['an authorizer that there is not', '/jwt', { ...outline, authorizers: [] }],
  ])('is a signature where the guard is %s', (_, path, told) => {
    expect(guardOf(path)).toBeDefined()
    expect(authOf(guardOf(path), told, new Map())).toEqual({ authorizationType: 'AWS_IAM' })
  })
})
