import { calix, del, post, route } from 'calix'
import { charge } from './charge.ts'
import { Consumer } from './queue.ts'

const consumer = new Consumer({
  queue: 'charges',
  handle: (body) => {
    const { customer, cents } = JSON.parse(body)
    return charge(customer, cents)
  },
})

export const app = calix(
  {},
  route(post('/charges/:customer'), ({ params, body }) => charge(params.customer, Number(body))),
  route(del('/charges/:customer'), async ({ params }) => {
    await charge.forget(params.customer, 0)
  }),
  route(post('/drain'), () => consumer.drain()),
)
