import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, sep } from 'node:path'
import type * as Resolver from 'oxc-resolver'
import { loadNative } from './native.ts'

/** What a specifier leads to. */
export type Resolution =
  /** A file to follow, by its absolute path. */
  | { readonly kind: 'file'; readonly file: string }
  /** A package that is not followed: what it gives is not known, but for the few that are. */
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'missing'; readonly why: string }

/** Packages whose meaning the analysis knows, or that cannot call AWS. */
const KNOWN = /^(?:calix|sst|aws-sdk|fp-ts|io-ts|@aws-sdk\/[^/]+|@smithy\/[^/]+|@middy\/core)(?:\/|$)/

/** A path or one of package.json's own imports, not a package. */
const isLocal = (specifier: string): boolean => /^(?:\.{1,2}(?:\/|$)|\/|#|file:)/.test(specifier)

const OPTIONS: Resolver.NapiResolveOptions = {
  tsconfig: 'auto',
  extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx', '.json', '.node'],
  extensionAlias: {
    '.js': ['.ts', '.tsx', '.js', '.jsx'],
    '.mjs': ['.mts', '.mjs'],
    '.cjs': ['.cts', '.cjs'],
    '.jsx': ['.tsx', '.jsx'],
  },
  // Sources first where a package of the workspace has them, as bundlers are told to.
  conditionNames: ['node', 'import', 'module', 'require', 'default'],
  mainFields: ['module', 'main'],
}

/** Whether a package calls AWS, as far as it says itself. */
const namesTheSdk = (packageJson: string): boolean => {
  try {
    const described: Record<string, object | undefined> = JSON.parse(readFileSync(packageJson, 'utf8'))
    // Packages for Lambda may leave the SDK to its runtime, and name it for their own tests alone.
    const kinds = ['dependencies', 'peerDependencies', 'optionalDependencies', 'devDependencies']
    return kinds.some((kind) =>
      Object.keys(described[kind] ?? {}).some((name) => name.startsWith('@aws-sdk/')),
    )
  } catch {
    return false
  }
}

/**
 * Finds what a specifier leads to, as a bundler would: tsconfig's paths, package.json's exports and imports, links of a
 * workspace to where they lead. Packages that are installed are followed only where they depend on the AWS SDK.
 */
export const moduleResolver = (root: string): ((from: string, specifier: string) => Resolution) => {
  let resolver: Resolver.ResolverFactory | undefined
  const following = new Map<string, boolean>()
  const find = (from: string, specifier: string): Resolution => {
    if (isBuiltin(specifier) || KNOWN.test(specifier)) return { kind: 'package', name: specifier }
    if (resolver === undefined) {
      // What it exports is its own declaration of itself.
      const { ResolverFactory } = loadNative('oxc-resolver', root) as typeof Resolver
      resolver = new ResolverFactory(OPTIONS)
    }
    const { path, error, packageJsonPath } = resolver.resolveFileSync(from, specifier)
    if (path === undefined) {
      const isTold = isLocal(specifier) || error?.includes('tsconfig')
      return { kind: 'missing', why: isTold ? (error ?? 'it is not there') : 'it is not installed' }
    }
    const file = path.replace(/[?#].*$/, '')
    const within = `${sep}node_modules${sep}`
    if (!file.includes(within)) return { kind: 'file', file }
    const isInside = from.includes(within) && isLocal(specifier)
    if (isInside) return { kind: 'file', file }
    const described = packageJsonPath ?? join(file, '..', 'package.json')
    const isFollowed = following.get(described) ?? (existsSync(described) && namesTheSdk(described))
    following.set(described, isFollowed)
    return isFollowed ? { kind: 'file', file } : { kind: 'package', name: specifier }
  }
  // An import is asked for more than once, and evaluated more than once.
  const found = new Map<string, Map<string, Resolution>>()
  return (from, specifier) => {
    const ofFile = found.get(from) ?? new Map<string, Resolution>()
    found.set(from, ofFile)
    const known = ofFile.get(specifier) ?? find(from, specifier)
    ofFile.set(specifier, known)
    return known
  }
}
