const required = (name: string): string => {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set`)
  return value
}

const stage = required('STAGE')
const { env: variables } = process
const prefix = (variables['PREFIX'] ?? 'ACME_').replace('_', '-').toLowerCase()

export const env = Object.freeze({
  STAGE: stage,
  tables: { orders: required('TABLE_ORDERS') },
} as const)

export const tableOf = (name: string): string => [prefix.slice(0, -1), env.STAGE, name].join('-')
