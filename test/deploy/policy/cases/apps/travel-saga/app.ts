import { calix, ConflictError, put, route } from 'calix'
import { Saga, SagaFailed } from './saga.ts'
import { flight } from './steps/flight.ts'
import { HotelStep } from './steps/hotel.ts'
import { payment } from './steps/payment.ts'
import type { Trip } from './trip.ts'

const book = new Saga<Trip>().step(flight).step(new HotelStep()).step(payment('trip-payment'))
const flightOnly = new Saga<Trip>().step(flight)

export const app = calix(
  { name: 'travel' },
  route(put('/trips/:id'), async ({ params }) => {
    try {
      return await book.execute({ id: params.id })
    } catch (error) {
      if (error instanceof SagaFailed) return new ConflictError(error.message)
      throw error
    }
  }),
  route(put('/flights/:id'), ({ params }) => flightOnly.execute({ id: params.id })),
)
