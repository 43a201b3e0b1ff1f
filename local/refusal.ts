import type { Gateway, WireAnswer } from './gateway/gateway.ts'

/** An answer of the gateway itself: `{"message": …}`, the shape of API Gateway's own errors. */
export const refusal = (status: number, message: string): WireAnswer => ({
  status,
  headers: [['content-type', 'application/json']],
  body: Buffer.from(JSON.stringify({ message })),
})

/**
 * What a gateway says to a request that is too large: the text of a REST API, for its REQUEST_TOO_LARGE response, or
 * the status phrase, which is how HTTP APIs put all of their errors.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export const tooLarge = (name: Gateway['name']): WireAnswer =>
  refusal(413, name === 'rest' ? 'Request Too Long' : 'Request Entity Too Large')

/**
 * What a gateway says when its time is up: a REST API's INTEGRATION_TIMEOUT response. An HTTP API would say 503
 * "Service Unavailable"; 504 tells what happened, so it is the answer for both.
 */
export const gatewayTimeout: WireAnswer = refusal(504, 'Endpoint request timed out')
