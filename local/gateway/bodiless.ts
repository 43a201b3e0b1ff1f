/**
 * Whether an answer ends with its headers whatever it was to hold: a 204 or a 304 (RFC 9110 sections 15.3.5 and 15.4.5).
 *
 * @since 0.1.0
 */
export const isBodiless = (status: number): boolean => status === 204 || status === 304
