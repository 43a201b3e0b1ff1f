export interface Trip {
  readonly id: string
  readonly flight?: string
  readonly hotel?: string
}
