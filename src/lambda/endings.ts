import type { App } from '../app.ts'
import { accepts, mediaType } from '../contract.ts'
import { BadRequestError, MethodNotAllowedError, NotFoundError, UnsupportedMediaTypeError } from '../error.ts'
import type { OtherMethods } from '../match.ts'
import { response } from '../response.ts'
import type { Declaration } from '../routes.ts'
import { fields, hasBody } from './fields.ts'
import { headerOf } from './headers.ts'
import type { Handler } from './onion.ts'
import { LambdaRequest } from './request.ts'

/** A text of the request's, short enough for a message. */
const excerpt = (text: string, most = 200): string => (text.length > most ? `${text.slice(0, most)}…` : text)

/** A route's handler, behind the check of its contract. */
const checked = ({ contract, handler }: Declaration): Handler => {
  const { accepts: accepted } = contract
  if (accepted === undefined) return (_event, _context, request) => handler(request)
  const list = [accepted].flat().join(' or ')
  return (event, _context, request) => {
    const type = mediaType(headerOf(event, 'content-type'))
    return hasBody(fields(request.event)) && !accepts(contract, type)
      ? new UnsupportedMediaTypeError(`'${excerpt(type)}' is not accepted here: send ${list}`)
      : handler(request)
  }
}

/** A route's handler, behind the checks of who calls and of its contract. */
export const guarded = (route: Declaration, app: App): Handler => {
  const answer = checked(route)
  if (route.authorizers === undefined || route.authorizers.length === 0) return answer
  return (event, context, request) =>
    LambdaRequest.refusal(request, app, route) ?? answer(event, context, request)
}

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
