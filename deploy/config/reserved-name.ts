import { named } from './mistake.ts'

/**
 * What Lambda sets itself and no configuration can:
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
const RESERVED = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
])

/** Why a variable cannot have a name: https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html */
export const refuseVariable = (name: string): string | undefined => {
  if (RESERVED.has(name)) return `${name} is Lambda's own: take another name`
  if (/^[A-Za-z]\w+$/.test(name)) return undefined
  return `no variable can have the name ${named(name)}: a letter, then one or more letters, digits and '_'`
}

/** Why a tag cannot have a key: https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html */
export const refuseTag = (key: string): string | undefined => {
  if (/^aws:/i.test(key)) return `tags that begin with 'aws:' are AWS's own: take another key`
  if (/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u.test(key)) return undefined
  return `no tag can have the key ${named(key)}: 1 to 128 letters, digits, spaces and any of _ . : / = + - @`
}
