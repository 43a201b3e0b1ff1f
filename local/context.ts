import { CHECKS } from '../src/lambda/checks.ts'

// A type alias, because an interface is not assignable to a context with an index signature.
/**
 * What Lambda tells a function about the call ("Using the Lambda context object to retrieve Node.js function
 * information", Lambda Developer Guide).
 *
 * @since 0.1.0
 */
export type LocalContext = {
  readonly callbackWaitsForEmptyEventLoop: boolean
  readonly functionName: string
  readonly functionVersion: string
  readonly invokedFunctionArn: string
  /** In MB, as text. */
  readonly memoryLimitInMB: string
  readonly awsRequestId: string
  readonly logGroupName: string
  readonly logStreamName: string
  /** Milliseconds until Lambda would stop the function; never negative. */
  readonly getRemainingTimeInMillis: () => number
}

/** What the context of one call is made of. */
interface Call {
  readonly functionName: string
  readonly requestId: string
  /** When the function's time is up, in milliseconds since the epoch. */
  readonly deadline: number
  /** In MB; 1,024 when absent. */
  readonly memoryMb?: number
}

/** Marks a context, where nobody who lists it sees: answers are checked against their contracts. */
const checking = (context: LocalContext): LocalContext =>
  Object.defineProperty(context, CHECKS, { value: true })

/**
 * A context whose clock runs down to the deadline. The account and the region of the ARN, and the day and the id of the
 * log stream, are placeholders of the right form, since code takes them apart.
 */
export const localContext = ({ deadline, functionName, memoryMb = 1024, requestId }: Call): LocalContext =>
  checking({
    // Settable in Lambda, and middy sets it.
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:123456789012:function:${functionName}`,
    memoryLimitInMB: String(memoryMb),
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: `2026/01/01/[$LATEST]${requestId.replaceAll('-', '')}`,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  })

/** How the function is called in a stage: its app's name, if it has one, and the stage. */
export const functionNameOf = (app: string | undefined, stage: string): string => `${app ?? 'calix'}-${stage}`
