import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SNSClient } from '@aws-sdk/client-sns'
import { calix, environment, get, lambda, post, route } from 'calix'
import { flow, pipe } from 'fp-ts/function'
import * as RTE from 'fp-ts/ReaderTaskEither'
import * as t from 'io-ts'
import type { Environment } from './environment.ts'
import { announce, findSeat, freeSeats, take } from './seats.ts'

const show = route(get('/seats/:seat'), ({ params }) => findSeat(params.seat))

const free = route(get('/seats'), () => freeSeats)

const book = route(post('/seats/:seat', { body: t.type({ name: t.string }) }), ({ params, body }) =>
  pipe(
    take(params.seat, body.name),
    RTE.chainFirst(() => announce(params.seat)),
    RTE.map(() => ({ booked: params.seat })),
  ),
)

const bookTwo = route(
  post('/pairs/:seat'),
  flow(
    ({ params }: { readonly params: { readonly seat: string } }) => params.seat,
    (seat) =>
      pipe(
        RTE.Do,
        RTE.bind('first', () => take(seat, 'a pair')),
        RTE.bind('second', () => take(`${seat}-next`, 'a pair')),
        RTE.map(({ first, second }) => [first, second]),
      ),
  ),
)

export const app = calix({ environment: environment<Environment>() }, show, free, book, bookTwo)

export const handler = lambda(app, {
  tables: new DynamoDBClient({}),
  topics: new SNSClient({}),
  names: { seats: 'seats', bookings: 'arn:aws:sns:eu-west-1:123456789012:bookings' },
})
