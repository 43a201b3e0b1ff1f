import type { WireRequest } from '../gateway/gateway.ts'
import { headerValues } from './header.ts'
import { isSameSecret } from './secret.ts'
import { admitted, refused, type Verdict } from './verdict.ts'

/**
 * The id of an API key. Every key is compared, in constant time, so that how long it takes tells nothing of any.
 *
 * @param keys the keys by their ids
 * @param presented what a request has sent
 * @since 0.1.0
 */
export const apiKeyId = (keys: Readonly<Record<string, string>>, presented: string): string | undefined => {
  let found: string | undefined
  for (const [id, key] of Object.entries(keys)) {
    if (isSameSecret(key, presented) && key !== '') found ??= id
  }
  return found
}

/**
 * Who calls, by the key in `x-api-key`.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html
 *
 * @param keys the keys of the stage by their ids
 * @since 0.1.0
 */
export const verifyApiKey = (keys: Readonly<Record<string, string>>, request: WireRequest): Verdict => {
  const [presented, ...others] = headerValues(request, 'x-api-key')
  if (presented === undefined) return refused('INVALID_API_KEY', 'there is no x-api-key header')
  if (others.length > 0) return refused('INVALID_API_KEY', 'there is more than one x-api-key header')
  const id = apiKeyId(keys, presented)
  return id === undefined
    ? refused('INVALID_API_KEY', 'the x-api-key header has no key of this stage')
    : admitted({ kind: 'api-key', apiKeyId: id, apiKey: presented })
}
