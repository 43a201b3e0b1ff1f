import type { Known } from './known.ts'

/** An operation of the AWS SDK that the source calls, with what it says of the input. */
export interface SdkCall {
  /** The name of the client's package after `@aws-sdk/client-`: `s3`, `secrets-manager`. */
  readonly client: string
  /** The operation as the SDK names it: `ListObjectsV2`. */
  readonly operation: string
  readonly input: Known
  /** The region that the client is made with, where the source says one. */
  readonly region: Known
  /** The endpoint that the client is made with, where the source says one. */
  readonly endpoint?: Known
}
