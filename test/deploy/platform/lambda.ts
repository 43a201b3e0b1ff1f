import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Bundle } from './bundles.ts'
import type { Invocation, Outcome } from './lambda-thread.ts'

/** A function that SST built, running by itself as on Lambda: its own variables, its own modules, one cold start. */
export interface Lambda {
  /** What it answers, after JSON as Lambda serialises it; rejects with what it threw. */
  readonly invoke: (event: unknown) => Promise<unknown>
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

const revived = ({ name, message, stack }: NonNullable<Outcome['error']>): Error =>
  Object.assign(new Error(message), { name, ...(stack === undefined ? {} : { stack }) })

/** Starts the code of a bundle; close it in the end. */
export const startLambda = (bundle: Bundle, environment: Readonly<Record<string, string>> = {}): Lambda => {
  const { function: planned, url, exportName, folder } = bundle
  const region = planned.arn.split(':')[3] ?? ''
  const worker = new Worker(join(import.meta.dirname, 'lambda-thread.ts'), {
    execArgv: [],
    env: {
      PATH: process.env.PATH ?? '',
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: planned.functionName,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(planned.memory),
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      LAMBDA_TASK_ROOT: folder,
      ...bundle.environment,
      ...environment,
    },
    workerData: {
      url,
      exportName,
      functionName: planned.functionName,
      functionArn: planned.arn,
      memory: planned.memory,
    },
  })
  const waiting = new Map<number, Waiting>()
  worker.on('message', ({ id, result, error }: Outcome) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.resolve(result)
    else asked?.reject(revived(error))
  })
  let end: Error | undefined
  // A function that ends its process fails what it has been asked, and what it is asked later.
  const lost = (reason: Error): void => {
    end ??= reason
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  }
  worker.on('error', (error) => lost(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => lost(new Error(`The function ${planned.name} ended with ${code}.`)))
  let invocations = 0
  return {
    invoke: (event) =>
      new Promise((resolve, reject) => {
        if (end !== undefined) return reject(end)
        invocations += 1
        waiting.set(invocations, { resolve, reject })
        const invocation: Invocation = { id: invocations, event, timeout: Number(planned.timeout) * 1000 }
        worker.postMessage(invocation)
      }),
    close: async () => {
      await worker.terminate()
    },
  }
}
