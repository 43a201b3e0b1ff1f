import type { Authorizer } from 'calix'
import type { HttpRoute } from '../platform/http-api.ts'
import type { RestMethod } from '../platform/rest-api.ts'

/** Who lets a request in, in words: what is declared and what is planned come to the same ones. */
export type Guard = ReadonlyArray<string>

const words = (...parts: ReadonlyArray<unknown>): string => parts.filter((part) => part !== '').join(' ')

const declaredBy = (authorizer: Authorizer): string => {
  switch (authorizer.kind) {
    case 'api-key':
      return 'key'
    case 'iam':
      return 'iam'
    case 'cognito': {
      const { userPoolArns, scopes, header } = authorizer
      return words('cognito', header, userPoolArns.join(' '), scopes.join(' '))
    }
    case 'jwt': {
      const { issuer, audience, scopes, header } = authorizer
      return words('jwt', header, issuer, audience.join(' '), scopes.join(' '))
    }
    case 'custom':
      return words('function', authorizer.header, authorizer.ttl, authorizer.uri ?? authorizer.arn)
    case 'built-in':
      return words('function', authorizer.header, authorizer.ttl, authorizer.name)
  }
}

/** What a route's authorizers ask. */
export const declaredGuard = (authorizers: ReadonlyArray<Authorizer> = []): Guard =>
  authorizers.map(declaredBy).sort()

const headerIn = (source: string | undefined): string | undefined => source?.replace(/^.*\.header\./, '')

/** The name of a built-in authorizer, or the ARN or URI of one that is elsewhere. */
const calledBy = (component: string | undefined, uri: string | undefined): string | undefined => {
  const own = /Authorizer([A-Za-z0-9]+)$/.exec(component ?? '')?.[1]
  if (own !== undefined) return own.toLowerCase()
  const region = (part: string): string | undefined => part.split(':')[3]
  const arn = /functions\/(arn:.*)\/invocations$/.exec(uri ?? '')?.[1]
  // Another account's function has been named by its whole URI, as far as these apps go.
  return arn !== undefined && region(arn) === 'eu-central-1' ? arn : uri
}

/** What a method of a REST API asks. */
export const restGuard = ({ authorization, authorizer, apiKeyRequired, scopes }: RestMethod): Guard => {
  const key = apiKeyRequired ? ['key'] : []
  const header = headerIn(authorizer?.identitySource)
  if (authorization === 'NONE') return key
  if (authorization === 'AWS_IAM') return ['iam', ...key]
  if (authorization === 'COGNITO_USER_POOLS')
    return [words('cognito', header, authorizer?.providerArns.join(' '), scopes.join(' ')), ...key].sort()
  return [
    words('function', header, authorizer?.ttl, calledBy(authorizer?.function?.name, authorizer?.uri)),
    ...key,
  ].sort()
}

/** What a route of an HTTP API asks. */
export const httpGuard = ({ authorization, authorizer, scopes }: HttpRoute): Guard => {
  const header = headerIn(authorizer?.identitySources[0])
  if (authorization === 'NONE') return []
  if (authorization === 'AWS_IAM') return ['iam']
  if (authorization === 'JWT')
    return [words('jwt', header, authorizer?.issuer, authorizer?.audiences.join(' '), scopes.join(' '))]
  const uri = authorizer?.resource.inputs.authorizerUri
  return [
    words(
      'function',
      header,
      authorizer?.ttl,
      calledBy(authorizer?.function?.name, typeof uri === 'string' ? uri : undefined),
    ),
  ]
}
