import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Files by their path. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** Writes an app of one test into an installation. */
export const project = (installed: string, files: Files): string => {
  const folder = mkdtempSync(join(installed, 'project-'))
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return folder
}

/** A client and a route that puts an object, around some more source. */
export const putting = (before: string, handler: string, rest = ''): string => `
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, put, route } from 'calix'
${before}
const s3 = new S3Client({})
const save = (Key: string = 'k') => s3.send(new PutObjectCommand({ Bucket: 'b', Key }))
export const app = calix({}, route(put('/x'), async (request) => { ${handler} }))
${rest}
`
