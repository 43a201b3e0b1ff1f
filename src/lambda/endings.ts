import { BadRequestError, MethodNotAllowedError, NotFoundError } from '../error.ts'
import type { OtherMethods } from '../match.ts'
import { response } from '../response.ts'
import { excerpt } from './excerpt.ts'
import type { Handler } from './onion.ts'

/** What a path answers to a method that none of its routes has; OPTIONS is told which ones there are (RFC 9110 §9.3.7). */
export const otherMethods = ({ allow }: OtherMethods): Handler => {
  const headers = { allow: allow.join(', ') }
  return (_event, _context, { method }) =>
    method === 'OPTIONS'
      ? response(null, { status: 204, headers })
      : new MethodNotAllowedError(`${excerpt(method)} is not among ${headers.allow}`, { headers })
}

/** What a path that no route has answers. */
export const unknownPath: Handler = (_event, _context, { method, path }) =>
  new NotFoundError(`No route for ${excerpt(method)} ${excerpt(path)}`)

/** What a path answers that cannot be decoded. */
export const malformedPath: Handler = () =>
  new BadRequestError('Error Decoding Path: its percent-encoding is malformed')
