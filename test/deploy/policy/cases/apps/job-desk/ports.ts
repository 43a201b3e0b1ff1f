export interface Job {
  readonly kind: 'render' | 'report' | 'cleanup'
  readonly subject: string
}

export interface Runner {
  readonly accepts: (job: Job) => boolean
  readonly start: (job: Job) => Promise<string>
}
