import { createRequire } from 'node:module'

/** What package.json's `engines` asks for, such as `22.15`. */
const required = (): string => {
  const { engines }: { readonly engines: { readonly node: string } } = createRequire(import.meta.url)(
    'calix/package.json',
  )
  return engines.node.replace('>=', '')
}

/** What to say where Node is older than calix needs; nothing where it is not. */
export const outdated = (): string | undefined => {
  const least = required()
  const [major = 0, minor = 0] = least.split('.').map(Number)
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number)
  return ownMajor > major || (ownMajor === major && ownMinor >= minor)
    ? undefined
    : `calix needs Node ${least} or newer, and this is ${process.versions.node}: install Node 24, or switch to it.`
}
