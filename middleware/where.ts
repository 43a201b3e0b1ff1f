const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const fieldsOf = (value: unknown): { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** The method and path of an event, for a log: `GET /cities/seattle`. */
export const whereOf = (event: unknown): string => {
  const { httpMethod, path, rawPath, requestContext } = fieldsOf(event)
  const http = fieldsOf(fieldsOf(requestContext).http)
  return `${textOf(httpMethod ?? http.method)} ${textOf(path ?? rawPath)}`.slice(0, 300)
}
