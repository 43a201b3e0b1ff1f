import { existsSync, mkdtempSync } from 'node:fs'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Deployment } from './deploy.ts'
import { functionsOf, type PlannedFunction } from './functions.ts'
import { byType, record, string } from './resources.ts'
import { unpack } from './zip.ts'

/** The code of a function as Lambda would get it: the archive that SST built, unpacked apart from the project. */
export interface Bundle {
  /** The name of SST's component. */
  readonly name: string
  readonly function: PlannedFunction
  /** As Lambda is told: `bundle.handler`. */
  readonly handler: string
  /** The module that has it. */
  readonly file: string
  readonly url: string
  readonly exportName: string
  readonly folder: string
  readonly files: ReadonlyArray<string>
  readonly archive: string
  /** All of the function's variables, SST's own included. */
  readonly environment: Readonly<Record<string, string>>
}

const archiveOf = (run: Deployment, { name, resource }: PlannedFunction): string => {
  const object = byType(run, 'aws:s3/bucketObjectv2:BucketObjectv2').find(
    ({ inputs }) => inputs.key === resource.inputs.s3Key,
  )
  const archive = string(record(object?.inputs.source).archive)
  if (archive === undefined) throw new Error(`The function ${name} has no archive: its code is no zip.`)
  return archive
}

const moduleIn = (folder: string, stem: string): string => {
  const file = ['.mjs', '.cjs', '.js']
    .map((extension) => join(folder, stem + extension))
    .find((path) => existsSync(path))
  if (file === undefined) throw new Error(`There is no module '${stem}' in ${folder}.`)
  return file
}

/**
 * The code of each function that a run of `deploy` left: what would run on Lambda.
 *
 * It is unpacked where no node_modules folder is above it, so that a bundle that lacks something fails here as it would
 * there. The folders go when the cloud is closed.
 *
 * @throws Error for a function without an archive, or whose archive lacks its handler
 */
export const bundlesOf = (run: Deployment): ReadonlyArray<Bundle> =>
  functionsOf(run).map((planned) => {
    const archive = archiveOf(run, planned)
    const handler = String(planned.resource.inputs.handler)
    const folder = mkdtempSync(join(run.cloud.folder, `${planned.name}-`))
    const files = unpack(archive, folder)
    const file = moduleIn(folder, handler.slice(0, -extname(handler).length))
    const variables = Object.entries(record(record(planned.resource.inputs.environment).variables))
    return {
      name: planned.name,
      function: planned,
      handler,
      file,
      url: pathToFileURL(file).href,
      exportName: extname(handler).slice(1),
      folder,
      files,
      archive,
      environment: Object.fromEntries(variables.map(([key, value]) => [key, String(value)])),
    }
  })
