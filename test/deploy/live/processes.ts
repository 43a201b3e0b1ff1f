import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { sep } from 'node:path'

/** A process of this machine. */
export interface Process {
  readonly pid: number
  readonly command: string
}

const within = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep)

const read = (pid: string): { readonly cwd: string; readonly command: string } | undefined => {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    // One that has ended and not been waited for has none.
    return command === '' ? undefined : { cwd: readlinkSync(`/proc/${pid}/cwd`), command }
  } catch {
    return undefined
  }
}

/**
 * The processes that run in a folder or below it: whoever started them, whatever group and session they have made for
 * themselves. A folder that has been deleted is still theirs.
 */
export const processesIn = (folder: string): ReadonlyArray<Process> =>
  readdirSync('/proc').flatMap((pid) => {
    const found = /^\d+$/.test(pid) ? read(pid) : undefined
    return found !== undefined && within(folder, found.cwd.replace(/ \(deleted\)$/, ''))
      ? [{ pid: Number(pid), command: found.command }]
      : []
  })
