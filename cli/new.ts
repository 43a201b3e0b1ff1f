import { basename, resolve } from 'node:path'
import { readFlags, UsageError } from './flags.ts'
import { checkName } from './project-name.ts'
import { projectFiles } from './template/project-files.ts'
import { toolchain } from './template/toolchain.ts'
import { fromHere, writeFolder } from './whole-folder.ts'

const quoted = (path: string): string => (/^[\w./\\-]+$/.test(path) ? path : `"${path}"`)

/**
 * `calix new <name>`: makes the folder of a new project, and says what to type next.
 * @throws UsageError when the name cannot be one, or the folder cannot be made
 */
export const makeProject = (args: ReadonlyArray<string>): void => {
  const [named, another] = readFlags(args, {}).words
  if (named === undefined || named === '') throw new UsageError('A name is missing, as in calix new my-api')
  if (another !== undefined) throw new UsageError(`One name at a time: '${another}' is one too many.`)
  if (/^\.{1,2}$/.test(basename(named)))
    throw new UsageError(`calix new makes a folder: it takes a name such as my-api, not '${named}'.`)
  const folder = resolve(named)
  const name = basename(folder)
  const versions = toolchain()
  checkName(
    name,
    [versions.dependencies, versions.devDependencies, versions.optionalDependencies].flatMap((each) =>
      Object.keys(each),
    ),
  )
  writeFolder(folder, projectFiles(name, versions))
  const here = fromHere(folder)
  console.log(
    [
      `${here} is ready: an app of one route, its test and its deployment.`,
      '',
      `  cd ${quoted(here)}`,
      '  npm install',
      '  npm start',
    ].join('\n'),
  )
}
