/** @typedef {{ get: (id: string) => Promise<any>, put: (id: string, value: unknown) => Promise<void> }} Store */

export class Parcels {
  /** @type {Store} */ #store
  #labels
  #events

  /** @param {{ store: Store, labels: any, events: any }} ports */
  constructor({ store, labels, events }) {
    this.#store = store
    this.#labels = labels
    this.#events = events
  }

  async track(id) {
    return (await this.#store.get(id)) ?? {}
  }

  async receive(parcel) {
    await this.#store.put(parcel.id, parcel)
    await this.#events.emit('received', { id: parcel.id })
    return null
  }

  async dispatch(id) {
    const parcel = await this.#store.get(id)
    const key = await this.#labels.save(`${id}.pdf`, JSON.stringify(parcel ?? {}))
    await this.#events.emit('dispatched', { id })
    return key
  }
}
