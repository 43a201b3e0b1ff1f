import { answeringRoute } from '../local/answering-route.ts'
import { knownApp } from '../local/exported.ts'
import { lackOf } from '../local/gateway/authorizes.ts'
import type { Gateway, GatewayCaller } from '../local/gateway/gateway.ts'
import type { AnyApp } from '../src/app.ts'
import type {
  ApiKeyIdentity,
  AuthorizerKind,
  IamIdentity,
  PrincipalIdentity,
  TokenIdentity,
} from '../src/authorizer.ts'

/**
 * Who calls, as the handler reads it in `request.identity`: of several kinds at once where a route asks for an API key
 * beside its authorizer.
 *
 * @since 0.1.0
 * @example
 * const { status } = await client(app).get('/cities/seattle', { identity: { claims: { sub: 'ada' }, scopes: [] } })
 */
export type ClientIdentity = ApiKeyIdentity | IamIdentity | TokenIdentity | PrincipalIdentity

type Kind = AuthorizerKind['kind']

const sayers: ReadonlyArray<(identity: Partial<Everybody>) => GatewayCaller | undefined> = [
  ({ principalId, context = {} }) =>
    principalId === undefined ? undefined : { kind: 'principal', principalId, context },
  ({ claims, scopes = [] }) => (claims === undefined ? undefined : { kind: 'token', claims, scopes }),
  ({ accessKey = '', accountId = '', callerId = '', userArn, userId = '' }) =>
    userArn === undefined ? undefined : { kind: 'iam', accountId, accessKey, callerId, userArn, userId },
  ({ apiKeyId }) =>
    apiKeyId === undefined ? undefined : { kind: 'api-key', apiKeyId, apiKey: `key of ${apiKeyId}` },
]

/** An identity of every kind at once. */
type Everybody = ApiKeyIdentity & IamIdentity & TokenIdentity & PrincipalIdentity

/** What the identity of a kind is told by. */
const TELLS: Readonly<Record<Kind, readonly [kind: GatewayCaller['kind'], field: string]>> = {
  'api-key': ['api-key', 'apiKeyId'],
  iam: ['iam', 'userArn'],
  cognito: ['token', 'claims'],
  jwt: ['token', 'claims'],
  custom: ['principal', 'principalId'],
  'built-in': ['principal', 'principalId'],
}

/** Finds the kinds of authorizers before the route that would answer an event. */
export const authorizersBefore = (app: AnyApp): ((event: Record<string, unknown>) => ReadonlyArray<Kind>) => {
  const known = knownApp(app)
  const find = answeringRoute(known)
  const { authorizers } = known.outline
  return (event) => {
    const guard = find(event)?.route.guard
    const authorizer = authorizers.find(({ name }) => name === guard?.authorizer)
    return [
      ...(authorizer === undefined ? [] : [authorizer.kind]),
      ...(guard?.apiKey === true ? ['api-key' as const] : []),
    ]
  }
}

/**
 * The callers that a test's identity stands for.
 *
 * @param kinds what the route asks for; whatever the identity says where it is not known, or nothing is asked
 * @throws TypeError when the identity is not what the route asks for, or when the gateway could not tell it
 */
export const callersOf = (
  identity: ClientIdentity,
  kinds: ReadonlyArray<Kind>,
  gateway: Gateway['name'],
  request: string,
): ReadonlyArray<GatewayCaller> => {
  const callers = sayers.flatMap((say) => say(identity) ?? [])
  if (callers.length === 0)
    throw new TypeError(
      `the identity of ${request} says nothing: give apiKeyId, userArn, claims or principalId`,
    )
  for (const kind of kinds) {
    const [wanted, field] = TELLS[kind]
    if (!callers.some((caller) => caller.kind === wanted))
      throw new TypeError(`${request} is authorized by ${kind}: its identity has '${field}'`)
    const lack = lackOf(gateway, kind)
    if (lack !== undefined) throw new TypeError(`no event says who calls ${request} by ${kind}: ${lack}`)
  }
  return callers
}
