import { randomUUID } from 'node:crypto'
import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { UsageError } from './flags.ts'

/** A folder as one would type it here. */
export const fromHere = (folder: string): string => relative(process.cwd(), folder) || '.'

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your part of the disk is full',
  ENAMETOOLONG: 'the path is too long',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** @throws UsageError when something is there already: a folder, even an empty one, a file, a link that leads nowhere */
const refuseExisting = (folder: string): void => {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return
  const here = fromHere(folder)
  throw new UsageError(`${here === '.' ? basename(folder) : here} exists: choose another name.`)
}

/**
 * Makes a folder with these files, whole or not at all.
 * @param files each one's text, by its name
 * @throws UsageError when something is there already, or it cannot be written
 */
export const writeFolder = (folder: string, files: Readonly<Record<string, string>>): void => {
  const [parent, name] = [dirname(folder), basename(folder)]
  const aside = join(parent, `.${name}-${randomUUID()}`)
  try {
    refuseExisting(folder)
    mkdirSync(aside)
    for (const [file, text] of Object.entries(files)) writeFileSync(join(aside, file), text)
    renameSync(aside, folder)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (error instanceof UsageError) throw error
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new UsageError(`There is no folder ${fromHere(parent)}: make it first.`)
    const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error))
    throw new UsageError(`${fromHere(folder)} cannot be made: ${reason}.`)
  }
}
