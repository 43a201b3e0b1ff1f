import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Cloud } from '../platform/cloud.ts'
import type { PlannedFunction } from '../platform/functions.ts'
import type { Lambda } from '../platform/lambda.ts'
import { byType, type Planned, record, string } from '../platform/resources.ts'
import { unpack } from '../platform/zip.ts'
import type { Certificate } from './certificate.ts'

/** Where the stub of a function runs, and whom it trusts. */
export interface Surroundings {
  readonly planned: Planned
  readonly cloud: Cloud
  readonly certificate: Certificate
}

interface Invocation {
  readonly id: string
  readonly event: string
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

/** Why the stubs cannot run on this machine, or undefined. */
export const foreignStub = (): string | undefined =>
  process.arch === 'x64'
    ? undefined
    : `the stub that SST deploys is a program for x86_64, not ${process.arch}`

const folderOf = ({ planned, cloud }: Surroundings, { name, resource }: PlannedFunction): string => {
  const object = byType(planned, 'aws:s3/bucketObjectv2:BucketObjectv2').find(
    ({ inputs }) => inputs.key === resource.inputs.s3Key,
  )
  const archive = string(record(object?.inputs.source).archive)
  if (archive === undefined) throw new Error(`The function ${name} has no archive.`)
  const folder = mkdtempSync(join(cloud.folder, `${name}-`))
  unpack(archive, folder)
  return folder
}

/** How long one environment lives without an invocation, and an invocation (ms). */
const PATIENCE = 30_000

/**
 * Runs what `sst dev` deploys for a function as Lambda would, on a runtime API of its own: one environment, one
 * invocation at a time.
 *
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export const startLiveLambda = async (
  surroundings: Surroundings,
  planned: PlannedFunction,
): Promise<Lambda> => {
  const queue: Array<Invocation> = []
  const running = new Map<string, Invocation>()
  let idle: ServerResponse | undefined
  let count = 0

  const next = (): void => {
    const [invocation] = queue
    if (idle === undefined || invocation === undefined) return
    queue.shift()
    running.set(invocation.id, invocation)
    idle.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': invocation.id,
      'lambda-runtime-deadline-ms': Date.now() + PATIENCE,
      'lambda-runtime-invoked-function-arn': planned.arn,
    })
    idle.end(invocation.event)
    idle = undefined
  }

  const server = createServer(async (request, response) => {
    const [, id, what] = /\/invocation\/([^/]+)(?:\/(response|error))?$/.exec(request.url ?? '') ?? []
    if (id === 'next') {
      idle = response
      return next()
    }
    const answer = await text(request)
    const invocation = running.get(id ?? '')
    running.delete(id ?? '')
    if (what === 'response') invocation?.resolve(JSON.parse(answer))
    else invocation?.reject(new Error(String(JSON.parse(answer).errorMessage)))
    return response.writeHead(202).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const folder = folderOf(surroundings, planned)
  const stub = join(folder, String(planned.resource.inputs.handler))
  chmodSync(stub, 0o755)
  const variables = Object.entries(record(record(planned.resource.inputs.environment).variables))
  const child = spawn(stub, [], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      ...Object.fromEntries(variables.map(([key, value]) => [key, String(value)])),
      SSL_CERT_FILE: surroundings.certificate.certificate,
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(server.address() as AddressInfo).port}`,
      // By the end of this name it is told from other environments.
      AWS_LAMBDA_LOG_STREAM_NAME: `2026/01/01/[$LATEST]${crypto.randomUUID().replaceAll('-', '')}`,
      AWS_LAMBDA_FUNCTION_NAME: planned.functionName,
      AWS_REGION: surroundings.cloud.region,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    invoke: (event) =>
      new Promise((resolve, reject) => {
        count += 1
        queue.push({ id: `${planned.name}-${count}`, event: JSON.stringify(event), resolve, reject })
        next()
      }),
    close: async () => {
      child.kill('SIGKILL')
      await ended
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
