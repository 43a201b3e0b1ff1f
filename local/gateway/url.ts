import { FUNCTION_URL } from './address.ts'
import { answering } from './answer.ts'
import { forwardedFields } from './field.ts'
import type { Gateway } from './gateway.ts'
import { httpEvent } from './http-event.ts'
import { identifyUrl } from './identify.ts'
import { decodePercent } from './percent.ts'
import { splitTarget } from './target.ts'

const event: Gateway['event'] = (request, _deployment, at) => {
  const { path, query } = splitTarget(request.target)
  return httpEvent(request, at, {
    address: FUNCTION_URL,
    // What AWS writes for a caller without credentials.
    accountId: 'anonymous',
    fields: forwardedFields(request, at, TLS_FIELDS),
    rawPath: path,
    path: decodePercent(path),
    query,
    routeKey: '$default',
    stage: '$default',
    cookieHeader: true,
  })
}

const TLS_FIELDS = [
  ['x-amzn-tls-version', 'TLSv1.3'],
  ['x-amzn-tls-cipher-suite', 'TLS_AES_128_GCM_SHA256'],
] as const

/**
 * A function URL (payload format 2.0). Its `rawPath` arrives encoded and its cookies twice; it knows neither stages nor
 * routes.
 *
 * @since 0.1.0
 */
export const functionUrl: Gateway = {
  name: 'url',
  event,
  identify: identifyUrl,
  ...answering(
    { gateway: 'A function URL', nulls: true, scalars: true, single: true, cookies: true, inferred: true },
    {
      contentType: 'application/json',
      failure: { status: 502, contentType: 'application/json', body: 'Internal Server Error' },
    },
  ),
}
