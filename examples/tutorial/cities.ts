import { BadRequestError, get, route } from 'calix'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as R from 'fp-ts/Record'

const STATES = { seattle: 'WA', portland: 'OR' }

const unknown = (city: string) =>
  new BadRequestError(`Unknown city '${city}', valid choices are: ${Object.keys(STATES).join(', ')}`)

export const stateOfCity = route(get('/cities/:city'), ({ params }) =>
  pipe(
    STATES,
    R.lookup(params.city),
    E.fromOption(() => unknown(params.city)),
    E.map((state) => ({ state })),
  ),
)
