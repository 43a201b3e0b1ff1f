/**
 * The headers that concern one connection only, in lower case: no gateway passes them on, either way (RFC 9110 section
 * 7.6.1).
 *
 * @since 0.1.0
 */
export const CONNECTION_FIELDS = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
] as const
