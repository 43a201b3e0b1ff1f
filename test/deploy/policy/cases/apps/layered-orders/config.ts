const requireEnv = (name: string): string => {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`Missing environment variable ${name}`)
  return value
}

const optional = (name: string, fallback: string): string => process.env[name] ?? fallback

export interface Config {
  readonly ordersTable: string
  readonly customerIndex: string
  readonly eventsTopicArn: string
  readonly invoiceBucket: string
  readonly logLevel: string
}

export const loadConfig = (): Config => ({
  ordersTable: requireEnv('ORDERS_TABLE'),
  customerIndex: optional('CUSTOMER_INDEX', 'by-customer'),
  eventsTopicArn: requireEnv('ORDER_EVENTS_TOPIC'),
  invoiceBucket: requireEnv('INVOICE_BUCKET'),
  logLevel: optional('LOG_LEVEL', 'info'),
})
