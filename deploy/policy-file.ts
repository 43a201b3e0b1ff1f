import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Either, isLeft, left, right } from '#fp/Either'
import { ConfigurationError } from './config/configuration-error.ts'
import type { Mistake } from './config/mistake.ts'
import type { ResolvedFunction } from './config/resolve.ts'

/** Whether a function's role has the policy of a file. */
export const isFileRead = (
  options: ResolvedFunction,
): options is ResolvedFunction & { readonly iamPolicyFile: string } =>
  options.manageIamRole && options.autogenPolicy !== true && options.iamPolicyFile !== undefined

/** A policy document, as text, or why there is none. */
const policyIn = (file: string, root: string): Either<string, string> => {
  let text: string
  try {
    text = readFileSync(resolve(root, file), 'utf8')
  } catch {
    return left(`'${file}' cannot be read: it is looked for in the folder of sst.config.ts`)
  }
  try {
    const policy: unknown = JSON.parse(text)
    return typeof policy === 'object' && policy !== null && 'Statement' in policy
      ? right(JSON.stringify(policy))
      : left(`'${file}' is no policy: it has no Statement`)
  } catch {
    return left(`'${file}' is no JSON`)
  }
}

/**
 * What is wrong with a policy's file; nothing when it can be read.
 *
 * @param path which option names the file
 */
export const policyMistakes = (path: string, file: string, root: string): ReadonlyArray<Mistake> => {
  const policy = policyIn(file, root)
  return isLeft(policy) ? [{ path, message: policy.left }] : []
}

/**
 * A policy document from a file, as text.
 *
 * @param path which option names the file
 * @throws ConfigurationError when there is no such file, or it is no policy.
 */
export const readPolicy = (path: string, file: string, root: string): string => {
  const policy = policyIn(file, root)
  if (isLeft(policy)) throw new ConfigurationError([{ path, message: policy.left }])
  return policy.right
}
