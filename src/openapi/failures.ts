import type { AnyApp } from '../app.ts'
import type { Contract, ErrorClass } from '../contract.ts'
import {
  BadRequestError,
  ForbiddenError,
  InternalServerError,
  PayloadTooLargeError,
  UnauthorizedError,
  UnsupportedMediaTypeError,
} from '../error.ts'
import { InvalidRequestError } from '../issue.ts'
import type { Guard, OutlinedAuthorizer } from '../outline.ts'
import type { Declaration } from '../routes.ts'

/** An error that a route may end in, by the name and the status that it has on the wire. */
export interface Failure extends Pick<ErrorClass, 'prototype'> {
  readonly name: string
  readonly status: number
  /** Whether it says what is wrong with the request, issue by issue. */
  readonly hasIssues: boolean
}

type Kind = OutlinedAuthorizer['kind']

const asks = (guard: Guard, kinds: ReadonlyArray<Kind>, authorizers: ReadonlyArray<OutlinedAuthorizer>) =>
  authorizers.some(({ kind, name }) => name === guard.authorizer && kinds.includes(kind))

/**
 * What the gateway answers in the app's place: 401 to a token that it does not take, 403 to a key, a signature or a scope
 * that will not do. "Gateway response types for API Gateway":
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
const refusals = (
  guard: Guard | undefined,
  authorizers: ReadonlyArray<OutlinedAuthorizer>,
): ReadonlyArray<ErrorClass> => {
  if (guard === undefined) return []
  const isToken = asks(guard, ['cognito', 'jwt', 'custom', 'built-in'], authorizers)
  const mayForbid = guard.apiKey || guard.scopes.length > 0 || !asks(guard, ['cognito', 'jwt'], authorizers)
  return [...(isToken ? [UnauthorizedError] : []), ...(mayForbid ? [ForbiddenError] : [])]
}

const decoding = (contract: Contract, invalidBodyStatus: 400 | 422): ReadonlyArray<Failure> => {
  const { body, cookies, headers, params, query } = contract
  const isBeside = [params, query, headers, cookies].some((each) => each !== undefined)
  const invalid = (status: number): Failure => ({
    name: InvalidRequestError.name,
    status,
    hasIssues: true,
    prototype: InvalidRequestError.prototype,
  })
  return [
    ...(isBeside || (body !== undefined && invalidBodyStatus === 400) ? [invalid(400)] : []),
    ...(body !== undefined && invalidBodyStatus === 422 ? [invalid(422)] : []),
  ]
}

/** What a body may end in before the handler sees it: it is malformed, too large or of another type. */
const ofBodies = ({ accepts, body }: Contract): ReadonlyArray<ErrorClass> => [
  ...(body === undefined ? [] : [BadRequestError]),
  ...(body === undefined && accepts === undefined ? [] : [PayloadTooLargeError, UnsupportedMediaTypeError]),
]

const declared = (route: Declaration, app: AnyApp): ReadonlyArray<ErrorClass> => [
  ...(route.contract.errors ?? []),
  ...(route.providers ?? []).flatMap(({ errors }) => errors),
  ...[...route.middleware, ...app.middleware].flatMap(({ errors = [] }) => errors),
]

/**
 * Every error that a route may end in, once each, by status and name.
 *
 * @param invalidBodyStatus what a body of the wrong shape is answered with
 * @param mistake told of a class that does not say its status
 */
export const failuresOf = (
  route: Declaration,
  app: AnyApp,
  guard: Guard | undefined,
  authorizers: ReadonlyArray<OutlinedAuthorizer>,
  mistake: (text: string) => void,
): ReadonlyArray<Failure> => {
  // An app's own classes first: they may be of another copy of calix, and are what its error shape knows.
  const classes = [
    ...declared(route, app),
    ...ofBodies(route.contract),
    ...refusals(guard, authorizers),
    InternalServerError,
  ]
  const all = decoding(route.contract, app.options.invalidBodyStatus ?? 400)
  const found = new Map(all.map((each) => [`${each.status} ${each.name}`, each]))
  for (const { name, prototype, status } of classes) {
    // Classes of an app without types: what is written there is not always what is asked for.
    if (!Number.isInteger(status) || status < 400 || status > 599)
      mistake(`the error ${name} has no status: write 'static readonly status = 418' in its class`)
    else if (!found.has(`${status} ${name}`))
      found.set(`${status} ${name}`, {
        name,
        status,
        prototype,
        hasIssues: name === InvalidRequestError.name,
      })
  }
  return [...found.values()].sort((a, b) => a.status - b.status)
}
