import { AsyncLocalStorage } from 'node:async_hooks'

export interface Tenant {
  readonly id: string
  readonly plan: 'free' | 'paid'
}

const storage = new AsyncLocalStorage<Tenant>()

export const inTenant = <A>(tenant: Tenant, work: () => A): A => storage.run(tenant, work)

export const tenant = (): Tenant => {
  const current = storage.getStore()
  if (!current) throw new Error('Outside of any tenant')
  return current
}

export const tableOf = (kind: string): string => `t-${tenant().id}-${kind}`
