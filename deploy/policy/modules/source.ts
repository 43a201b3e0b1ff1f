import { readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import type { Program } from '@oxc-project/types'
import type * as Parser from 'oxc-parser'
import { type Either, left, right } from '#fp/Either'
import { loadNative } from './native.ts'

/** A source file, parsed. */
export interface Source {
  /** Absolute. */
  readonly file: string
  readonly program: Program
  /** The line of an offset, from 1. */
  readonly lineOf: (offset: number) => number
  /** Whether it is written in TypeScript, where an import of nothing but types is none. */
  readonly isTypeScript: boolean
  /** Whether a function in it may read its `arguments`: few do, and each call would have them. */
  readonly mayUseArguments: boolean
}

/** Why a file has no source that can be read, and where. */
export interface Unreadable {
  readonly why: string
  readonly line: number
}

/** Larger files are made by tools, not written: following them takes long and tells nothing. In bytes. */
const MOST = 4_000_000

const LANGUAGES: Readonly<Record<string, 'ts' | 'tsx' | 'js' | 'jsx'>> = {
  '.ts': 'ts',
  '.mts': 'ts',
  '.cts': 'ts',
  '.tsx': 'tsx',
  '.js': 'jsx',
  '.jsx': 'jsx',
  '.mjs': 'jsx',
  '.cjs': 'jsx',
}

/** Where lines begin, and so which line an offset is in. */
const linesOf = (text: string): ((offset: number) => number) => {
  let starts: number[] | undefined
  return (offset) => {
    if (starts === undefined) {
      starts = [0]
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    }
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}

/** Reads and parses files. */
export const sourceReader = (root: string): ((file: string) => Either<Unreadable, Source>) => {
  let parser: typeof Parser | undefined
  return (file) => {
    const lang = LANGUAGES[extname(file)]
    if (lang === undefined) return left({ why: `it is no JavaScript or TypeScript`, line: 1 })
    let code: string
    try {
      const size = statSync(file).size
      if (size > MOST) return left({ why: `it has ${size} bytes, more than ${MOST}`, line: 1 })
      code = readFileSync(file, 'utf8')
    } catch {
      return left({ why: 'it cannot be read', line: 1 })
    }
    // The parser takes a byte order mark for a character of the program.
    const text = code.startsWith('\uFEFF') ? code.slice(1) : code
    // What it exports is its own declaration of itself.
    parser ??= loadNative('oxc-parser', root) as typeof Parser
    const lineOf = linesOf(text)
    const isCommonJs = file.endsWith('.cjs') || file.endsWith('.cts')
    const options = { lang, astType: 'ts', preserveParens: false } as const
    let parsed = parser.parseSync(file, text, {
      ...options,
      sourceType: isCommonJs ? 'unambiguous' : 'module',
    })
    // CommonJS may say what a module must not, such as `with` or a variable called await.
    if (parsed.errors.length > 0) {
      const again = parser.parseSync(file, text, { ...options, sourceType: 'script' })
      if (again.errors.length === 0) parsed = again
    }
    const [error] = parsed.errors
    if (error !== undefined && parsed.program.body.length === 0)
      return left({ why: `it cannot be parsed: ${error.message}`, line: lineOf(error.labels[0]?.start ?? 0) })
    return right({
      file,
      program: parsed.program,
      lineOf,
      isTypeScript: lang === 'ts' || lang === 'tsx',
      // A name can be written with escapes.
      mayUseArguments: /arguments|\\u/.test(text),
    })
  }
}
