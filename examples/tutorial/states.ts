import { BadRequestError, post, route } from 'calix'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'

const Form = t.partial({ states: t.union([t.string, t.array(t.string)]) })

export const states = route(post('/', { accepts: 'application/x-www-form-urlencoded' }), ({ body = {} }) =>
  pipe(
    body,
    Form.decode,
    E.bimap(
      () => new BadRequestError('states must be text, once or more often'),
      ({ states = [] }) => ({ states: [states].flat() }),
    ),
  ),
)
