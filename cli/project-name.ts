import { UsageError } from './flags.ts'

/**
 * The name of a folder, of an npm package (https://docs.npmjs.com/cli/configuring-npm/package-json#name) and of an SST
 * app, which has only letters, digits and -, a letter first; npm takes no capital letters. SST puts it before the names
 * of its resources, of which the shortest are 64 long.
 */
const NAME = /^[a-z](?:[a-z0-9-]{0,62}[a-z0-9])?$/

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/

/** The nearest that a name can be, or nothing. */
const validName = (name: string): string | undefined => {
  const near = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 64)
    .replace(/-$/, '')
  return NAME.test(near) ? near : undefined
}

/**
 * Checks what a project is to be called.
 * @param packages the packages that it installs: npm gives no package into one of the same name
 * @throws UsageError when it cannot be called so
 */
export const checkName = (name: string, packages: ReadonlyArray<string>): void => {
  if (!NAME.test(name)) {
    const near = validName(name)
    throw new UsageError(
      `A project's name has a-z, 0-9 and -, a letter first, and at most 64 of them, not '${name}'.${
        near === undefined ? '' : ` Did you mean ${near}?`
      }`,
    )
  }
  if (DEVICE.test(name)) throw new UsageError(`${name} cannot be a folder on Windows: choose another name.`)
  if (packages.includes(name)) {
    throw new UsageError(`${name} is a package that the project installs: choose another name.`)
  }
}
