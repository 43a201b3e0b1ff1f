// @ts-nocheck
import { parcels } from '#parcels'

export const handlers = {
  track: ({ params }) => parcels.track(params.id),
  receive: ({ params, body }) => parcels.receive({ ...body, id: params.id }),
  async dispatch({ params }) {
    const label = await parcels.dispatch(params.id)
    return { label }
  },
}
