import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** One process's way from import to its first answer, and the bytes on its heap afterwards. */
export type Start = Readonly<{ ms: number; heap: number }>

const run = promisify(execFile)
const script = join(import.meta.dirname, 'first-answer.mjs')

const coldStart = async (file: string, event: string): Promise<Start> => {
  const { stdout } = await run(process.execPath, ['--expose-gc', script, file, event])
  const { statusCode, ms, heap } = JSON.parse(stdout)
  if (statusCode !== 200) throw new Error(`${file} answered its first GET with ${statusCode}, not 200.`)
  return { ms, heap }
}

/**
 * Starts every bundle in a process of its own, turn by turn. One process runs at a time, and a first round, which reads
 * the files from disk, is dropped.
 *
 * @param files - bundles, absolute
 * @param event - the GET, as JSON
 * @param rounds - starts per bundle
 */
export const coldStarts = async (
  files: ReadonlyArray<string>,
  event: string,
  rounds: number,
): Promise<ReadonlyArray<ReadonlyArray<Start>>> => {
  const starts: Array<Array<Start>> = files.map(() => [])
  for (let round = -1; round < rounds; round++) {
    for (const [i, file] of files.entries()) {
      const start = await coldStart(file, event)
      if (round >= 0) starts[i]?.push(start)
    }
  }
  return starts
}
