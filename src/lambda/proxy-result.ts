import type { Eventual } from '../eventual.ts'
import type { ProxyResult } from '../middleware.ts'
import { isPromiseLike } from '../result.ts'
import { draft } from './draft.ts'

const isProxyResult = (value: unknown): value is Partial<ProxyResult> =>
  typeof value === 'object' &&
  value !== null &&
  'statusCode' in value &&
  !(value instanceof Error) &&
  !isPromiseLike(value)

/** What a hook gave as the answer: a proxy result, completed, or any value that a handler could have returned. */
export const proxyResult = (given: unknown): Eventual<ProxyResult> =>
  isProxyResult(given)
    ? // Middleware speaks Lambda's language, in which every part but the status may be left out; it is checked at the end.
      ({
        ...given,
        headers: given.headers ?? {},
        body: given.body ?? '',
        isBase64Encoded: given.isBase64Encoded ?? false,
      } as ProxyResult)
    : draft(given)

/** Whether a hook has left an answer that the next one can read. */
export const isComplete = (response: unknown): boolean =>
  isProxyResult(response) && typeof response.headers === 'object' && response.headers !== null
