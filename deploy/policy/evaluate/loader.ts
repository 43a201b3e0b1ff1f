import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { extname, relative } from 'node:path'
import { isLeft } from '#fp/Either'
import { sstPackage } from '../calix/link.ts'
import { calixPackage } from '../calix/package.ts'
import { moduleResolver } from '../modules/resolve.ts'
import { sourceReader } from '../modules/source.ts'
import { sdkPackage } from '../sdk/package.ts'
import type { Site } from './env.ts'
import type { Machine } from './machine.ts'
import type { Module } from './module.ts'
import { jsonNamespace, jsonValue, moduleOf, required } from './module-run.ts'
import { builtin } from './natives/node.ts'
import { packageValue } from './packages.ts'
import { ANYTHING, type Value } from './value.ts'

/** A file that could not be followed. */
export interface Skipped {
  readonly file: string
  readonly line: number
  readonly why: string
}

/** Finds modules, and gives what they export. */
export interface Loader {
  /** A module by its file; undefined when it cannot be read. */
  readonly moduleAt: (file: string) => Module | undefined
  readonly load: (specifier: string, site: Site, isRequired: boolean) => Value
}

/** @param skipped gets the files that cannot be followed */
export const moduleLoader = (machine: Machine, root: string, skipped: Map<string, Skipped>): Loader => {
  const read = sourceReader(root)
  const resolve = moduleResolver(root)
  const modules = new Map<string, Module | undefined>()

  const moduleAt = (file: string): Module | undefined => {
    if (modules.has(file)) return modules.get(file)
    const source = read(file)
    if (isLeft(source)) skipped.set(file, { file, line: source.left.line, why: source.left.why })
    const made = isLeft(source) ? undefined : moduleOf(machine, source.right, relative(root, file))
    modules.set(file, made)
    return made
  }

  const values = new Map<string, Value>()

  const load = (specifier: string, site: Site, isRequired: boolean): Value => {
    const resolution = resolve(site.env.module.source.file, specifier)
    if (resolution.kind === 'missing')
      machine.note(
        site,
        `'${specifier}' is not followed: ${resolution.why}. Say with grants(…) what it needs`,
      )
    if (/^aws-sdk(?:\/|$)/.test(specifier))
      machine.note(
        site,
        'version 2 of the AWS SDK is not followed: use version 3, or say with grants(…) what is needed',
      )
    if (resolution.kind !== 'file') {
      const known = values.get(specifier)
      if (known !== undefined) return known
      const value =
        sdkPackage(machine, specifier) ??
        (/^sst(?:\/resource)?$/.test(specifier) ? sstPackage() : undefined) ??
        calixPackage(machine, specifier) ??
        packageValue(machine, specifier, builtin, isBuiltin)
      values.set(specifier, value)
      return value
    }
    const { file } = resolution
    const extension = extname(file)
    if (extension === '.json') {
      const value = values.get(file) ?? json(file)
      return isRequired ? value : [jsonNamespace(machine, file, value)]
    }
    // Native code and files that bundlers take in have no source to follow.
    if (!/^\.[cm]?[jt]sx?$/.test(extension)) return ANYTHING
    const module = moduleAt(file)
    if (module === undefined) return ANYTHING
    machine.enter(module.activation, site)
    return isRequired ? required(machine, module) : [module.namespace]
  }

  const json = (file: string): Value => {
    let value: Value = ANYTHING
    try {
      value = jsonValue(file, readFileSync(file, 'utf8'))
    } catch {
      skipped.set(file, { file, line: 1, why: 'it is no JSON' })
    }
    values.set(file, value)
    return value
  }

  return { moduleAt, load }
}
