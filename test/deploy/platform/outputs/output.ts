import type { Account } from '../account.ts'

export type Values = Readonly<Record<string, unknown>>

/** What a provider is asked to create. */
export interface Creation {
  readonly type: string
  readonly name: string
  readonly urn: string
  readonly inputs: Values
  readonly account: Account
  /** The state of what has been created before it, by id: a path of a REST API is known by its parent. */
  readonly created: ReadonlyMap<string, Values>
}

/** What the provider answers: the id, and what it knows beyond the inputs. */
export interface Created {
  readonly id: string
  readonly state: Values
}

/** The providers' answers, by the type of the resource. */
export type Providers = Readonly<Record<string, (creation: Creation) => Created>>

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
