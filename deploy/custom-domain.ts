import type { CustomDomain } from './config/configuration.ts'

/** A gateway's own domain name as SST takes it: the certificate is there, and the DNS record is the user's. */
export const domainOf = ({ domainName, certificateArn, urlPrefix }: CustomDomain) => ({
  name: domainName,
  cert: certificateArn,
  dns: false as const,
  ...(urlPrefix === undefined ? {} : { path: urlPrefix }),
})
