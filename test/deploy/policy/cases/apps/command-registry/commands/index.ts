import { Bus } from '../bus.ts'
import { bookRoom } from './book-room.ts'
import { cancelBooking } from './cancel-booking.ts'

export const commands = new Bus()
commands.register('book-room', bookRoom)
commands.register('cancel-booking', cancelBooking)
