/** The kinds of gateway to stand in for, by the name or by the version of their payload format. */
export const PAYLOADS = ['rest', 'http', '1.0', '2.0'] as const

/** `rest` is a REST API, `http` and `2.0` an HTTP API, `1.0` an HTTP API whose integration speaks format 1.0. @since 0.1.0 */
export type Payload = (typeof PAYLOADS)[number]

export const isPayload = (name: string): name is Payload => PAYLOADS.some((each) => each === name)
