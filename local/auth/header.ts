import type { WireRequest } from '../gateway/gateway.ts'

/**
 * All values of a header, one for each line that has it.
 *
 * @param name in any case
 */
export const headerValues = (request: WireRequest, name: string): ReadonlyArray<string> =>
  request.headers.flatMap(([each, value]) => (each.toLowerCase() === name.toLowerCase() ? [value] : []))
