import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const STORED = 0

interface Entry {
  readonly name: string
  readonly method: number
  readonly size: number
  readonly offset: number
}

// Source: the central directory of https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.12 and 4.3.16.
const entriesOf = (zip: Buffer, file: string): ReadonlyArray<Entry> => {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1
  if (end < 0) throw new Error(`${file} is not a zip archive.`)
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error(`${file} has a broken directory at byte ${at}.`)
    const nameLength = zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      size: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** Unpacks an archive into a folder, as Lambda does with a function's code; returns the names of its files. */
export const unpack = (file: string, folder: string): ReadonlyArray<string> => {
  const zip = readFileSync(file)
  const files = entriesOf(zip, file).filter(({ name }) => !name.endsWith('/'))
  for (const { name, method, size, offset } of files) {
    const target = join(folder, name)
    if (relative(folder, target).startsWith('..')) throw new Error(`${file} leads out of its folder: ${name}`)
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
    const content = zip.subarray(start, start + size)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, method === STORED ? content : inflateRawSync(content))
  }
  return files.map(({ name }) => name)
}
