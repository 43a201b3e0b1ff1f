/** What Lambda tells a function about the call: https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
// A type alias, because an interface is not assignable to a context with an index signature.
export type LocalContext = {
  readonly callbackWaitsForEmptyEventLoop: boolean
  readonly functionName: string
  readonly functionVersion: string
  readonly invokedFunctionArn: string
  readonly memoryLimitInMB: string
  readonly awsRequestId: string
  readonly logGroupName: string
  readonly logStreamName: string
  /** Milliseconds until Lambda would stop the function; never negative. */
  readonly getRemainingTimeInMillis: () => number
}

/**
 * A context whose clock runs down to the deadline, in milliseconds since the epoch. The account and the region of the
 * ARN are placeholders of the right form, since code takes them apart.
 */
export const localContext = (functionName: string, requestId: string, deadline: number): LocalContext => ({
  // Settable in Lambda, and middy sets it.
  callbackWaitsForEmptyEventLoop: true,
  functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:us-east-1:123456789012:function:${functionName}`,
  memoryLimitInMB: '1024',
  awsRequestId: requestId,
  logGroupName: `/aws/lambda/${functionName}`,
  logStreamName: 'local/[$LATEST]',
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
})

/** How the function is called in a stage: its app's name, if it has one, and the stage. */
export const functionNameOf = (app: string | undefined, stage: string): string => `${app ?? 'calix'}-${stage}`
