import type { Guard, OutlinedAuthorizer } from '../src/outline.ts'
import type { FutureText, RestApi, RouteArgs } from './component.ts'
import type { Functions } from './functions.ts'

/** An authorizer of a REST API. */
export interface RestAuthorizer {
  readonly kind: OutlinedAuthorizer['kind']
  readonly id: FutureText
  /** What it is, for the deployment that it is a part of. */
  readonly state: FutureText
}

const header = (name: string): string => `method.request.header.${name}`

/** Makes an authorizer of a REST API; IAM needs none. `words` is its part in the names of components. */
export const restAuthorizer = (
  name: string,
  words: string,
  api: RestApi,
  authorizer: OutlinedAuthorizer,
  functions: Functions,
): RestAuthorizer | undefined => {
  const { kind } = authorizer
  if (kind === 'iam' || kind === 'jwt') return undefined
  if (kind === 'custom' && authorizer.uri !== undefined) {
    const made = new aws.apigateway.Authorizer(`${name}Authorizer${words}`, {
      restApi: api.nodes.api.id,
      name: authorizer.name,
      type: 'TOKEN',
      authorizerUri: authorizer.uri,
      authorizerResultTtlInSeconds: authorizer.ttl,
      identitySource: header(authorizer.header),
    })
    return { kind, id: made.id, state: made.id }
  }
  const common = { name: words, identitySource: header(authorizer.header) }
  const made =
    kind === 'cognito'
      ? api.addAuthorizer({ ...common, userPools: [...authorizer.userPoolArns] })
      : kind === 'custom'
        ? api.addAuthorizer({ ...common, tokenFunction: authorizer.arn ?? '', ttl: authorizer.ttl })
        : api.addAuthorizer({
            ...common,
            requestFunction: functions.get(authorizer.name)?.lambda.arn ?? $output(''),
            ttl: authorizer.ttl,
          })
  return { kind, id: made.id, state: $interpolate`${made.id} ${made.nodes.authorizer.authorizerUri}` }
}

/** What a method of a REST API asks for. */
export const authOf = (
  guard: Guard | undefined,
  authorizers: ReadonlyMap<string, RestAuthorizer | undefined>,
): RouteArgs => {
  if (guard === undefined) return {}
  const apiKey = guard.apiKey ? { apiKey: true } : {}
  if (guard.authorizer === undefined) return apiKey
  const made = authorizers.get(guard.authorizer)
  // Of those that a REST API can ask, IAM alone is none of its own.
  if (made === undefined) return { ...apiKey, auth: { iam: true } }
  if (made.kind !== 'cognito') return { ...apiKey, auth: { custom: made.id } }
  const scopes = guard.scopes.length === 0 ? {} : { scopes: [...guard.scopes] }
  return { ...apiKey, auth: { cognito: { authorizer: made.id, ...scopes } } }
}
