export interface DomainEvents {
  readonly 'member.joined': { readonly memberId: string; readonly email: string }
  readonly 'member.left': { readonly memberId: string }
  readonly 'card.lost': { readonly memberId: string }
}

type Subscriber<K extends keyof DomainEvents> = (event: DomainEvents[K]) => Promise<void> | void

const subscribers: { [K in keyof DomainEvents]?: Array<Subscriber<K>> } = {}

export function on<K extends keyof DomainEvents>(name: K, subscriber: Subscriber<K>): void {
  const list: Array<Subscriber<K>> = (subscribers[name] as Array<Subscriber<K>> | undefined) ?? []
  list.push(subscriber)
  Object.assign(subscribers, { [name]: list })
}

export async function emit<K extends keyof DomainEvents>(name: K, event: DomainEvents[K]): Promise<void> {
  const list: ReadonlyArray<Subscriber<K>> = (subscribers[name] as Array<Subscriber<K>> | undefined) ?? []
  const results = await Promise.allSettled(list.map(async (subscriber) => subscriber(event)))
  for (const result of results) if (result.status === 'rejected') console.error(result.reason)
}
