interface Events {
  readonly 'member.joined': { readonly id: string }
  readonly 'member.left': { readonly id: string }
}
type Listener<K extends keyof Events> = (event: Events[K]) => Promise<unknown>

const listeners: { [K in keyof Events]: Array<Listener<K>> } = { 'member.joined': [], 'member.left': [] }

export const bus = {
  subscribe<K extends keyof Events>(name: K, listener: Listener<K>) {
    listeners[name].push(listener)
    return bus
  },
  async publish<K extends keyof Events>(name: K, event: Events[K]) {
    await Promise.all(listeners[name].map((listener) => listener(event)))
  },
}
