/** The kinds of gateway to stand in for, by the name or by the version of their payload format. */
export const GATEWAY_KINDS = ['rest', 'http', '1.0', '2.0'] as const

/**
 * The gateway to stand in for: `rest` is a REST API, `http` and `2.0` an HTTP API, `1.0` an HTTP API whose integration
 * speaks payload format 1.0.
 *
 * @since 0.1.0
 */
export type GatewayKind = (typeof GATEWAY_KINDS)[number]

export const isGatewayKind = (name: string): name is GatewayKind =>
  GATEWAY_KINDS.some((each) => each === name)
