import type { Variables } from './variables.ts'

/** Where the function will run, as far as it is told. */
export interface Surroundings {
  readonly region: string | undefined
  /** 12 digits. */
  readonly account: string | undefined
  /** `aws` when absent. */
  readonly partition: string | undefined
  readonly variables: Variables
}

/** What `calix policy` is asked. */
export interface PolicyQuestion {
  readonly form: 'document' | 'json' | 'explain' | 'check'
  readonly surroundings: Surroundings
  /** What messages call the entry. */
  readonly entry: string
  /** The file of the policy to compare with, for `check`. */
  readonly check: string | undefined
  /** The one route that is asked for; all of them when absent. */
  readonly route: string | undefined
}

/** What it answers. */
export interface PolicyAnswer {
  /** For stdout. */
  readonly printed: string
  /** What the source leaves open, a line each. */
  readonly unresolved: ReadonlyArray<string>
  /** What else one should know, a line each. */
  readonly notes: ReadonlyArray<string>
  /** Whether a policy that was compared is right; true where none was. */
  readonly isRight: boolean
}
