import type { LogRetention } from './config/configuration.ts'

/** How SST says how long logs are kept: https://sst.dev/docs/component/aws/function#logging-retention */
const RETENTIONS = {
  1: '1 day',
  3: '3 days',
  5: '5 days',
  7: '1 week',
  14: '2 weeks',
  30: '1 month',
  60: '2 months',
  90: '3 months',
  120: '4 months',
  150: '5 months',
  180: '6 months',
  365: '1 year',
  400: '13 months',
  545: '18 months',
  731: '2 years',
  1096: '3 years',
  1827: '5 years',
  2192: '6 years',
  2557: '7 years',
  2922: '8 years',
  3288: '9 years',
  3653: '10 years',
  forever: 'forever',
} as const

export type Retention = (typeof RETENTIONS)[LogRetention]

/** A number of days as SST says it. */
export const retention = (days: LogRetention): Retention => RETENTIONS[days]
