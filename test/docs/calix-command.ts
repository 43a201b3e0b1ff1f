import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from './calix-local.ts'

const PRINTS = /^npx calix (openapi|policy|routes)\b/

/** Whether a command is one of calix that prints something and ends. */
export const isCalixCommand = (command: string): boolean => PRINTS.test(command)

/** The entry of a command, where it is no file of the repository: a name for the block that the page serves. */
const namedBlock = (command: string): string | undefined => {
  const [, , , entry = ''] = command.split(' ')
  return /^[\w./-]+\.ts$/.test(entry) && !existsSync(join(ROOT, entry)) ? entry : undefined
}

/** What a command has printed. */
export interface Printed {
  readonly output: string
  /** What it says beside its output. */
  readonly errors: string
}

/**
 * Runs a command of calix that prints and ends; `npx calix` is the source that is tested. One that ends with 1 prints as
 * well, because that is its answer. It runs in the repository's folder, or in the page's own where its entry is a block of
 * the page.
 *
 * @param served the file of the page's `ts serve`
 * @param folder where the page's own files are, if it has any
 * @throws Error when the command does not run at all, or does not end within 20 seconds
 */
export const runCalix = async (command: string, folder = ROOT, served?: string): Promise<Printed> => {
  const { DEBUG: _, ...inherited } = process.env
  const block = namedBlock(command)
  if (block !== undefined && served !== undefined) {
    await mkdir(folder, { recursive: true })
    await copyFile(served, join(folder, block))
  }
  const source = `"$NODE" --conditions=calix-source "${join(ROOT, 'cli/main.ts')}"`
  return new Promise((resolve, reject) => {
    execFile(
      'sh',
      ['-c', command.replace('npx calix', () => source)],
      {
        cwd: block === undefined ? ROOT : folder,
        env: { ...inherited, NODE: process.execPath },
        timeout: 20_000,
      },
      (error, output, errors) => {
        if (error !== null && error.code !== 1) reject(error)
        else resolve({ output, errors })
      },
    )
  })
}
