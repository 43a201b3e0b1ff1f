import { type FSWatcher, statSync, watch as watchFolder } from 'node:fs'
import { basename, dirname, relative } from 'node:path'

/** Watches files through the folders that they lie in: few handles, and a save by renaming is seen too. */
interface Watch {
  /**
   * Watches these files from now on.
   * @param files absolute paths
   * @param everything whether any other file in their folders counts as well: while the code does not build, the cure
   *   may be a file that is not there yet
   */
  readonly files: (files: ReadonlyArray<string>, everything?: boolean) => void
  readonly close: () => void
}

/** One save is several events: wait until there is none for so long (ms) … */
const QUIET = 25
/** … but not longer than this (ms) after the first. */
const PATIENCE = 250

interface Folder {
  readonly watcher: FSWatcher
  /** The folder that was opened: one of the same name may replace it. */
  readonly inode: number
}

const inodeOf = (folder: string): number | undefined => statSync(folder, { throwIfNoEntry: false })?.ino

// A folder of the project may itself be replaced, by a checkout for instance: its name is watched in its parent. What
// lies outside, or is installed, does not come and go like that.
const parents = (file: string, root: string): ReadonlyArray<string> => {
  const below = relative(root, file)
  if (below.startsWith('..') || below.includes('node_modules')) return []
  const folder = dirname(file)
  return folder === root || folder === dirname(folder) ? [] : [folder, ...parents(folder, root)]
}

/**
 * Watches nothing until it is told which files.
 * @param root the folder below which folders may be replaced
 * @param changed called once for one or more changes close to each other
 */
export const watch = (root: string, changed: () => void): Watch => {
  const folders = new Map<string, Folder>()
  let wanted = new Map<string, Set<string>>()
  let everything = false
  let timer: NodeJS.Timeout | undefined
  let first = 0

  const fire = (): void => {
    timer = undefined
    changed()
  }
  const noticed = (): void => {
    const now = Date.now()
    if (timer === undefined) first = now
    clearTimeout(timer)
    timer = setTimeout(fire, Math.max(0, Math.min(QUIET, first + PATIENCE - now)))
  }

  const forget = (folder: string): void => {
    folders.get(folder)?.watcher.close()
    folders.delete(folder)
  }
  const open = (folder: string): void => {
    const inode = inodeOf(folder)
    if (folders.get(folder)?.inode === inode) return
    forget(folder)
    if (inode === undefined) return
    const watcher = watchFolder(folder, (_, name) => {
      if (name === null || everything || wanted.get(folder)?.has(name)) noticed()
    })
    // A watched folder that is deleted is an error on some systems; its parent tells of it.
    watcher.on('error', () => {
      forget(folder)
      noticed()
    })
    folders.set(folder, { watcher, inode })
  }

  return {
    files: (files, all = false) => {
      everything = all
      wanted = new Map()
      for (const path of files.flatMap((file) => [file, ...parents(file, root)])) {
        const folder = dirname(path)
        const names = wanted.get(folder) ?? new Set()
        wanted.set(folder, names.add(basename(path)))
      }
      for (const folder of folders.keys()) if (!wanted.has(folder)) forget(folder)
      for (const folder of wanted.keys()) open(folder)
    },
    close: () => {
      clearTimeout(timer)
      for (const folder of folders.keys()) forget(folder)
    },
  }
}
