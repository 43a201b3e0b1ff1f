import { emptyValues } from '../values.ts'
import { type Fields, fields } from './fields.ts'

/** What a gateway takes of a Lambda authorizer. */
interface AuthorizerResult {
  readonly principalId: string
  readonly policyDocument: unknown
  readonly context: Readonly<Record<string, string | number | boolean>>
}

const METHODS = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY']

const SYNTAX = "write 'GET /cities/:city', '/cities/:city' for every method, '/admin/*' or '*'"

/** A path as a policy has it: a parameter is whatever is there, and a rest all that follows. */
const patternOf = (path: string, route: string): string => {
  const segments = path.split('/')
  return segments
    .map((segment, index) => {
      if (segment.startsWith(':')) return '*'
      if (segment.startsWith('*') && /^\*\w*$/.test(segment) && index === segments.length - 1) return '*'
      // In a policy these stand for other text, so a grant that is put together from input must not have them.
      if (/[*?$]/.test(segment)) throw new TypeError(`authorizer(…) granted '${route}': ${SYNTAX}`)
      return segment
    })
    .join('/')
}

/** The methods and path that a granted route stands for, as a policy's resources end in them. */
const resourcesOf = (route: unknown): ReadonlyArray<string> => {
  if (route === '*') return ['*']
  if (typeof route !== 'string') throw new TypeError(`authorizer(…) granted ${typeof route}: ${SYNTAX}`)
  const [, method = 'ANY', path = ''] = /^(?:([A-Z]+) )?(\/\S*)$/.exec(route) ?? []
  if (!METHODS.includes(method) || path === '')
    throw new TypeError(`authorizer(…) granted '${route}': ${SYNTAX}`)
  const pattern = patternOf(path, route)
  if (method === 'ANY') return [`*${pattern}`]
  // A route for GET answers HEAD as well.
  return method === 'GET' ? [`GET${pattern}`, `HEAD${pattern}`] : [`${method}${pattern}`]
}

const statement = (Effect: 'Allow' | 'Deny', Resource: ReadonlyArray<string>) => ({
  Version: '2012-10-17',
  Statement: [{ Action: 'execute-api:Invoke', Effect, Resource }],
})

/** The policy of some granted routes: a caller who may do nothing is denied everything, since a policy says something. */
const policyOf = (routes: ReadonlyArray<unknown>, methodArn: string): object => {
  const api = methodArn.split('/').slice(0, 2).join('/')
  const resources = routes.flatMap(resourcesOf).map((each) => `${api}/${each}`)
  return resources.length === 0 ? statement('Deny', [`${api}/*`]) : statement('Allow', resources)
}

const contextOf = (context: Fields): Record<string, string | number | boolean> => {
  const told = emptyValues<string | number | boolean>()
  for (const name in context) {
    const value = context[name]
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      throw new TypeError(`authorizer(…): '${name}' of the context is no text, number or boolean`)
    told[name] = value
  }
  return told
}

/**
 * What an authorizer's function has granted, as the gateway takes it: an answer with a policy.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 *
 * @throws TypeError when it is no grant, which lets nobody in.
 */
export const authorizerResult = (grant: unknown, methodArn: string): AuthorizerResult => {
  const { routes, principalId, policyDocument, context } = fields(grant)
  if (typeof principalId !== 'string' || principalId === '')
    throw new TypeError('authorizer(…) came to no grant: return { routes, principalId }')
  if (policyDocument !== undefined && routes === undefined)
    return { principalId, policyDocument, context: contextOf(fields(context)) }
  if (!Array.isArray(routes)) throw new TypeError("authorizer(…) came to a grant without 'routes'")
  return { principalId, policyDocument: policyOf(routes, methodArn), context: contextOf(fields(context)) }
}
