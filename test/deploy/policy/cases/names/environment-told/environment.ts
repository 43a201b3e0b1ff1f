export function required(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set`)
  return value
}

export const environment = {
  queue: required('JOBS_QUEUE_URL'),
  stage: process.env['STAGE'] ?? 'dev',
} as const
