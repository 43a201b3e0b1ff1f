import type { Job } from './worker.ts'
export type { Job } from './worker.ts'

export const PRIORITIES: Readonly<Record<'low' | 'high', Job['priority']>> = { low: 1, high: 2 }
