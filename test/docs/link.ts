import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A heading's anchor, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

const headingsOf = (markdown: string): ReadonlyArray<string> =>
  [...markdown.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

/**
 * The links of a page that lead to no file, or to no heading of a page; links to other sites are not followed.
 *
 * @param file the page's absolute path
 */
export const brokenLinks = (file: string): ReadonlyArray<string> => {
  const markdown = readFileSync(file, 'utf8')
  const prose = markdown.replaceAll(/^(`{3,}).*?^\1$/gms, '')
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? file : join(dirname(file), path)
    if (!existsSync(target)) return true
    return anchor !== undefined && !headingsOf(readFileSync(target, 'utf8')).includes(anchor)
  })
}
