import type { Settings } from './settings.ts'

type Partially<A> = { readonly [K in keyof A]?: A[K] extends object ? Partially<A[K]> : A[K] }

export const stages: Record<string, Partially<Settings>> = {
  dev: {},
  prod: {
    tables: { carts: 'shop-carts' },
    uploads: { bucket: 'web-uploads-prod', prefix: 'final/' },
  },
}
