/**
 * Calls a hook of an official middleware with the parts of middy's request that it reads. Its types ask for whole events
 * and contexts of AWS, which calix's hooks neither have nor need: this is the one place that says so.
 */
export const callOfficial = (hook: ((request: never) => unknown) | undefined, request: object): unknown =>
  hook?.(request as never)
