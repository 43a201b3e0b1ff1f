import type { LambdaContext } from '../src/request.ts'

/** What a test may say of the Lambda function that it calls. */
export interface ContextOptions {
  /** Milliseconds until Lambda would end the invocation; 30,000 when absent. */
  readonly timeoutMs?: number
  /** The function's name; `calix-test` when absent. */
  readonly functionName?: string
  /** The function's memory, in MB; 1,024 when absent. */
  readonly memoryMb?: number
}

/**
 * The context of one invocation, as the Node.js runtime gives it ("Using the Lambda context object", Lambda Developer
 * Guide). Its clock starts now.
 *
 * @param requestId the invocation's id
 * @since 0.1.0
 */
export const contextOf = (requestId: string, options: ContextOptions): LambdaContext => {
  const { functionName = 'calix-test', memoryMb = 1024, timeoutMs = 30_000 } = options
  const deadline = performance.now() + timeoutMs
  return {
    awsRequestId: requestId,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:123456789012:function:${functionName}`,
    memoryLimitInMB: String(memoryMb),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: `2026/01/01/[$LATEST]${requestId.replaceAll('-', '')}`,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.ceil(deadline - performance.now())),
  }
}
