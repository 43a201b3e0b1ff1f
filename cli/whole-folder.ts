import { randomUUID } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
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

/** What is in the way of a new folder: nothing, or an empty folder. */
const occupant = (folder: string): 'nothing' | 'empty' => {
  const stats = lstatSync(folder, { throwIfNoEntry: false })
  if (stats === undefined) return 'nothing'
  const here = fromHere(folder)
  if (!stats.isDirectory()) throw new UsageError(`${here} exists and is no folder: choose another name.`)
  // Replaced, it would be gone from under the shell that stands in it.
  if (here === '.') throw new UsageError('You are in that folder: run calix new in the one above.')
  if (readdirSync(folder).length > 0)
    throw new UsageError(`${here} exists and is not empty: choose another name.`)
  return 'empty'
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
    const there = occupant(folder)
    mkdirSync(aside)
    for (const [file, text] of Object.entries(files)) writeFileSync(join(aside, file), text)
    // An empty folder may be replaced by a rename, but not on Windows.
    if (there === 'empty') rmdirSync(folder)
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
