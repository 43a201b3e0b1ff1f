import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The text of `THIRD-PARTY-LICENSES`: for every bundled package its name, version and licence.
 *
 * @param root - the repository, absolute
 * @param packages - package folders relative to it
 * @throws when a package states no licence that may be passed on this way
 */
export const notices = (root: string, packages: ReadonlyArray<string>): string => {
  const sections = packages.map((path) => {
    const folder = join(root, path)
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return `${name} ${version}\n\n${licence(folder, name)}\n`
  })
  const opening = 'calix contains code of these packages, under their licences.\n'
  return [opening, ...sections].join(`\n${'-'.repeat(80)}\n\n`)
}

const licence = (folder: string, name: string): string => {
  const [file] = globSync('{LICENSE,LICENCE,license}*', { cwd: folder })
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim()
  // The middy packages ship no licence file; each source says who holds the rights and names the licence by its SPDX id.
  const source = readFileSync(join(folder, 'index.js'), 'utf8')
  const holder = /^\/\/ (Copyright .+)$/m.exec(source)?.[1]
  if (holder === undefined || !source.includes('SPDX-License-Identifier: MIT')) {
    throw new Error(
      `${name} has neither a licence file nor an MIT notice in index.js: it must not be bundled.`,
    )
  }
  return `MIT License\n\n${holder}\n\n${MIT}`
}

// https://spdx.org/licenses/MIT.html
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
