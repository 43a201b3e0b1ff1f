import type { Gateway } from './gateway.ts'

/** What may stand before a route. */
type Kind = 'api-key' | 'iam' | 'cognito' | 'jwt' | 'custom' | 'built-in'

const REST = 'REST APIs'
const HTTP = 'HTTP APIs'
const URL = 'Function URLs'
const ALB = 'Load balancers'

/** What each gateway can ask of a request, and the name that messages have for it. */
const GATEWAYS: Readonly<Record<Gateway['name'], readonly [name: string, kinds: ReadonlyArray<Kind>]>> = {
  rest: [REST, ['api-key', 'iam', 'cognito', 'custom', 'built-in']],
  http: [HTTP, ['iam', 'jwt', 'custom', 'built-in']],
  'http-1.0': [HTTP, ['iam', 'jwt', 'custom', 'built-in']],
  url: [URL, ['iam']],
  alb: [ALB, []],
  'alb-multi': [ALB, []],
}

/** What is missing, and who has it. */
const LACKS: Readonly<Record<Kind, string>> = {
  'api-key': `have no API keys; ${REST} do`,
  iam: `verify no AWS signatures; ${REST}, ${HTTP} and function URLs do`,
  cognito: `take no cognito(…), but jwt(…) of the pool's issuer and clients; ${REST} do`,
  jwt: `verify no JSON web tokens; ${HTTP} do`,
  custom: `ask no authorizers; ${REST} and ${HTTP} do`,
  'built-in': `ask no authorizers; ${REST} and ${HTTP} do`,
}

/**
 * Why a kind of gateway cannot ask this of a request; `undefined` where it can.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export const lackOf = (gateway: Gateway['name'], kind: Kind): string | undefined => {
  const [name, kinds] = GATEWAYS[gateway]
  return kinds.includes(kind) ? undefined : `${name} ${LACKS[kind]}`
}
