// A thread of its own for one function: it has the function's variables, and nothing else of this process.
import { parentPort, workerData } from 'node:worker_threads'

/** What is asked of the thread. */
export interface Invocation {
  readonly id: number
  readonly event: unknown
  /** In milliseconds. */
  readonly timeout: number
}

/** What it answers: the result, or what was thrown. */
export interface Outcome {
  readonly id: number
  readonly result?: unknown
  readonly error?: { readonly name: string; readonly message: string; readonly stack?: string }
}

const { url, exportName, functionName, functionArn, memory } = workerData

const contextOf = ({ id, timeout }: Invocation): object => {
  const end = Date.now() + timeout
  return {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    memoryLimitInMB: String(memory),
    awsRequestId: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: '2026/01/01/[$LATEST]0',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, end - Date.now()),
  }
}

// A module that does not load fails each invocation, not the thread.
const loaded = import(url)
loaded.catch(() => {})

const outcomeOf = async (invocation: Invocation): Promise<Outcome> => {
  try {
    const { [exportName]: handler } = await loaded
    // Lambda serialises the answer, and what JSON leaves out is left out.
    const result = JSON.stringify(await handler(invocation.event, contextOf(invocation)))
    return { id: invocation.id, result: result === undefined ? undefined : JSON.parse(result) }
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    return { id: invocation.id, error: { name, message, ...(stack === undefined ? {} : { stack }) } }
  }
}

parentPort?.on('message', (invocation: Invocation) => {
  outcomeOf(invocation).then((outcome) => parentPort?.postMessage(outcome))
})
