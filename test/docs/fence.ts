/** A fenced code block of a page (https://spec.commonmark.org/0.31.2/#fenced-code-blocks). */
export interface Fence {
  /** The page's path from the repository's root. */
  readonly page: string
  /** The line of the opening fence, from 1. */
  readonly line: number
  /** The first word of the info string, such as `ts`. */
  readonly language: string
  /** What follows the language: `fragment`, `serve`, or the path of the file that the block repeats. */
  readonly about: string
  readonly text: string
}

/** The fenced blocks of a page, in order. */
export const fencesOf = (page: string, markdown: string): ReadonlyArray<Fence> => {
  const fences: Array<Fence> = []
  let open: { readonly mark: string; readonly info: string; readonly line: number } | undefined
  let lines: Array<string> = []
  for (const [index, line] of markdown.split('\n').entries()) {
    const [, mark = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (open === undefined) {
      if (mark === '') continue
      open = { mark, info: info.trim(), line: index + 1 }
      lines = []
    } else if (mark.startsWith(open.mark) && info.trim() === '') {
      const [language = '', ...about] = open.info.split(/\s+/)
      fences.push({ page, line: open.line, language, about: about.join(' '), text: lines.join('\n') })
      open = undefined
    } else lines.push(line)
  }
  if (open !== undefined) throw new Error(`${page}:${open.line}: the fence is never closed`)
  return fences
}

/** The commands of a shell block: a line each, or several lines where a backslash joins them. */
export const commandsOf = (text: string): ReadonlyArray<string> =>
  text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
