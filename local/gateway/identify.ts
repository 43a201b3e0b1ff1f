import { ACCOUNT_ID } from './address.ts'
import type { Gateway, GatewayCaller } from './gateway.ts'
import { isRecord } from './json.ts'

type Identify = Gateway['identify']
type Context = Readonly<Record<string, unknown>>
/** Writes one caller into a request context. */
type Write = (context: Context, caller: GatewayCaller) => Context

const recordAt = (context: Context, name: string): Context => {
  const found = context[name]
  return isRecord(found) ? found : {}
}

const identifying =
  (write: Write): Identify =>
  (event, callers) => ({
    ...event,
    requestContext: callers.reduce<Context>(write, recordAt(event, 'requestContext')),
  })

const withIdentity = (context: Context, said: Context): Context => ({
  ...context,
  identity: { ...recordAt(context, 'identity'), ...said },
})

const withAuthorizer = (context: Context, said: Context): Context => ({
  ...context,
  authorizer: { ...recordAt(context, 'authorizer'), ...said },
})

const asTexts = (values: Readonly<Record<string, string | number | boolean>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))

/** What format 1.0 says of a caller, whichever gateway writes it. */
const writeProxy: Write = (context, caller) => {
  if (caller.kind === 'api-key') {
    const { apiKey, apiKeyId } = caller
    return withIdentity(context, { apiKey, apiKeyId })
  }
  if (caller.kind === 'iam') {
    const { accessKey, accountId, callerId, userArn, userId } = caller
    return withIdentity(context, { accountId, accessKey, caller: callerId, user: userId, userArn })
  }
  if (caller.kind === 'token') return withAuthorizer(context, { claims: { ...caller.claims } })
  // Whatever an authorizer tells arrives as text; what a cached answer took is nothing.
  const { context: told, principalId } = caller
  return withAuthorizer(context, { ...asTexts(told), principalId, integrationLatency: 0 })
}

/**
 * Who is calling, in a REST API's event: keys and signers in `identity`, the rest in `authorizer`. Scopes are a claim.
 *
 * @since 0.1.0
 */
export const identifyRest = identifying((context, caller) => {
  if (caller.kind !== 'token' || caller.scopes.length === 0) return writeProxy(context, caller)
  return withAuthorizer(context, { claims: { scope: caller.scopes.join(' '), ...caller.claims } })
})

/**
 * Who is calling, in an HTTP API's event of format 1.0: as in a REST API's, and with the scopes in a list.
 *
 * @since 0.1.0
 */
export const identifyHttpV1 = identifying((context, caller) => {
  // The empty form that it has while nobody has been authorized.
  const { authorizer: _, ...rest } = context
  const form = caller.kind === 'api-key' || caller.kind === 'iam' ? context : rest
  const written = writeProxy(form, caller)
  return caller.kind === 'token' ? withAuthorizer(written, { scopes: scopesOf(caller.scopes) }) : written
})

/** A captured event of a route that asks for no scope has `null` in the list's place. */
const scopesOf = (scopes: ReadonlyArray<string>): ReadonlyArray<string> | null =>
  scopes.length === 0 ? null : [...scopes]

const iamOf = (caller: Extract<GatewayCaller, { kind: 'iam' }>): Context => {
  const { accessKey, accountId, callerId, userArn, userId } = caller
  return { accessKey, accountId, callerId, cognitoIdentity: null, principalOrgId: null, userArn, userId }
}

const writeHttp: Write = (context, caller) => {
  switch (caller.kind) {
    case 'api-key':
      // No gateway of this format has keys; this is where the others say it.
      return withIdentity(context, { apiKey: caller.apiKey, apiKeyId: caller.apiKeyId })
    case 'iam':
      return withAuthorizer(context, { iam: iamOf(caller) })
    case 'token':
      return withAuthorizer(context, {
        jwt: { claims: { ...caller.claims }, scopes: scopesOf(caller.scopes) },
      })
    case 'principal':
      return withAuthorizer(context, { lambda: { ...caller.context, principalId: caller.principalId } })
  }
}

/**
 * Who is calling, in an event of format 2.0: `authorizer` has `jwt`, `lambda` or `iam`.
 *
 * @since 0.1.0
 */
export const identifyHttp = identifying(writeHttp)

/**
 * Who is calling, in a function URL's event: the account is the caller's too.
 *
 * @since 0.1.0
 */
export const identifyUrl = identifying((context, caller) => ({
  ...writeHttp(context, caller),
  ...(caller.kind === 'iam' ? { accountId: caller.accountId || ACCOUNT_ID } : {}),
}))

/**
 * A load balancer says nothing of who is calling.
 *
 * @since 0.1.0
 */
export const identifyNobody: Identify = (event) => ({ ...event })
