import type { GatewayAnswer } from '../src/gateway-answer.ts'

/** A gateway answer as API Gateway takes it. */
interface GatewayResponse {
  readonly responseType: string
  readonly statusCode?: string
  readonly responseParameters: Record<string, string>
  readonly responseTemplates: Record<string, string>
}

/** What an error's body is in a template: signs that a template would read are written as JSON can. */
const templateOf = (body: string, isJson: boolean): string =>
  isJson ? body.replaceAll('$', '\\u0024').replaceAll('#', '\\u0023') : body

const parameterOf = (value: GatewayAnswer['headers'][string]): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", '')}'` : `method.request.header.${value.request}`

/**
 * A gateway answer as API Gateway takes it.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export const gatewayResponse = ({ type, status, headers, body }: GatewayAnswer): GatewayResponse => {
  const { 'content-type': contentType, ...others } = headers
  // The template's own name is the content type that is sent, and the only one that every client is given.
  const isJson = contentType === 'application/json'
  const typed = isJson || contentType === undefined ? others : { ...others, 'content-type': contentType }
  const parameters = Object.entries(typed).map(([name, value]) => [
    `gatewayresponse.header.${name}`,
    parameterOf(value),
  ])
  return {
    responseType: type,
    ...(status === undefined ? {} : { statusCode: String(status) }),
    responseParameters: Object.fromEntries(parameters),
    responseTemplates: {
      'application/json': templateOf(body, contentType?.toString().includes('json') === true),
    },
  }
}
