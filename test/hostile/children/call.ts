import { type App, lambda } from 'calix'

const event = {
  version: '2.0',
  rawPath: '/',
  rawQueryString: '',
  headers: {},
  requestContext: { http: { method: 'GET', path: '/', sourceIp: '192.0.2.1' }, stage: '$default' },
}

/** Calls an app as Lambda would, and gives the status. */
export const call = async (app: App, remaining: number): Promise<unknown> => {
  const result = await lambda(app)(event, { getRemainingTimeInMillis: () => remaining })
  return typeof result === 'object' && result !== null && 'statusCode' in result ? result.statusCode : result
}
