import type { GatewayAnswer } from '../src/gateway-answer.ts'
import { ConfigurationError } from './config/configuration-error.ts'

/** A gateway answer as API Gateway takes it. */
interface GatewayResponse {
  readonly responseType: string
  readonly statusCode?: string
  readonly responseParameters: Record<string, string>
  readonly responseTemplates: Record<string, string>
}

type Header = GatewayAnswer['headers'][string]

const refuse = (type: string, message: string): never => {
  throw new ConfigurationError([{ path: type, message }], "the gateway's own answers")
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether a content type is JSON's: case and parameters make no difference (RFC 9110 section 8.3.1). */
const isJsonType = (contentType: Header | undefined): boolean =>
  typeof contentType === 'string' &&
  /^\s*(?:(?:application|text)\/json|[^;]+\+json)\s*(?:;|$)/i.test(contentType)

/**
 * What an error's body is in a template. Signs that a template reads are written as JSON can; a text has no such way.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
const templateOf = (type: string, body: string, contentType: Header | undefined): string => {
  if (isJsonType(contentType) && isJson(body))
    return body.replaceAll('$', '\\u0024').replaceAll('#', '\\u0023')
  if (/[$#]/.test(body))
    refuse(
      type,
      "the app's errorShape answers with a text that has '$' or '#', which API Gateway would read as its template language: leave them out (HTML has &dollar; and &num;), or answer with JSON, where they are escaped",
    )
  return body
}

/** API Gateway has single quotes around a value, and no way to write one inside. */
const parameterOf = (type: string, name: string, value: Header): string => {
  if (typeof value !== 'string') return `method.request.header.${value.request}`
  if (/['\r\n]/.test(value))
    refuse(
      type,
      `the header '${name}' has a single quote or a line break, which API Gateway cannot send: have the app's errorShape leave it out, and add it in a middleware where the app's own answers need it`,
    )
  return `'${value}'`
}

/**
 * A gateway answer as API Gateway takes it.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 *
 * @throws ConfigurationError when API Gateway would send something else.
 */
export const gatewayResponse = ({ type, status, headers, body }: GatewayAnswer): GatewayResponse => {
  const { 'content-type': contentType, ...others } = headers
  // The template's own name is the content type that is sent, and the only one that every client is given.
  const isNamed = contentType === 'application/json' || contentType === undefined
  const typed = isNamed ? others : { ...others, 'content-type': contentType }
  const parameters = Object.entries(typed).map(([name, value]) => [
    `gatewayresponse.header.${name}`,
    parameterOf(type, name, value),
  ])
  return {
    responseType: type,
    ...(status === undefined ? {} : { statusCode: String(status) }),
    responseParameters: Object.fromEntries(parameters),
    responseTemplates: { 'application/json': templateOf(type, body, contentType) },
  }
}
