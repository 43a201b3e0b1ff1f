import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

// What the others are measured against: the least code that gives the same answers, with no router and no pipeline.
const CITIES: Readonly<Record<string, string>> = { seattle: 'WA', portland: 'OR' }

const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*' }

const answer = (statusCode: number, value: unknown): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers,
  body: JSON.stringify(value),
})

const refusal = (statusCode: number, code: string, message: string) =>
  answer(statusCode, { Code: code, Message: `${code}: ${message}` })

export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const { method } = event.requestContext.http
  const path = event.rawPath
  if (method === 'GET' && path === '/') return answer(200, { hello: 'world' })
  if (method === 'GET' && (path.startsWith('/cities/') || path.startsWith('/strict/'))) {
    const city = decodeURIComponent(path.slice(8))
    const state = Object.hasOwn(CITIES, city) ? CITIES[city] : undefined
    return state === undefined
      ? refusal(400, 'BadRequestError', `Unknown city '${city}', valid choices are: seattle, portland`)
      : answer(200, { state })
  }
  if (method === 'POST' && path === '/users') {
    const text = event.isBase64Encoded
      ? Buffer.from(event.body ?? '', 'base64').toString()
      : (event.body ?? '')
    try {
      return answer(201, { id: 42, name: JSON.parse(text).name })
    } catch {
      return refusal(400, 'BadRequestError', 'Error Parsing JSON')
    }
  }
  return refusal(404, 'NotFoundError', `No route for ${method} ${path}`)
}
