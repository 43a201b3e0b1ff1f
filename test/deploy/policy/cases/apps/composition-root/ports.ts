export interface Clock {
  readonly now: () => Date
}

export interface Profiles {
  readonly load: (userId: string) => Promise<Record<string, unknown> | undefined>
  readonly store: (userId: string, profile: Record<string, unknown>) => Promise<void>
  readonly drop: (userId: string) => Promise<void>
}

export interface Mailer {
  readonly send: (to: string, subject: string, text: string) => Promise<void>
}

export interface Audit {
  readonly note: (entry: Record<string, unknown>) => Promise<void>
}

export interface Deps {
  readonly clock: Clock
  readonly profiles: Profiles
  readonly mailer: Mailer
  readonly audit: Audit
}
