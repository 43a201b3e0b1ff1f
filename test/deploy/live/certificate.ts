import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** A certificate for 127.0.0.1 that nobody trusts but who is told to. */
export interface Certificate {
  /** PEM files. */
  readonly key: string
  readonly certificate: string
}

/** Why no certificate can be made here, or undefined. */
export const missingOpenssl = (): string | undefined =>
  spawnSync('openssl', ['version']).status === 0
    ? undefined
    : 'there is no openssl in the PATH to make a certificate with: install the package openssl'

const SETTINGS = [
  ...['-x509', '-nodes', '-days', '2'],
  ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
  ...['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
]

/** Makes a certificate in a folder. @throws Error with what openssl says */
export const makeCertificate = (folder: string): Certificate => {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const { status, stderr } = spawnSync('openssl', ['req', ...SETTINGS, '-keyout', key, '-out', certificate], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`openssl ended with ${status}: ${stderr}`)
  return { key, certificate }
}
