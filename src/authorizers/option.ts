export const assertText = (of: string, name: string, value: unknown): void => {
  if (typeof value !== 'string' || value === '') throw new TypeError(`${of}: '${name}' is missing`)
}

export const assertTexts = (of: string, name: string, value: unknown): void => {
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string' || each === ''))
    throw new TypeError(`${of}: '${name}' is a list of texts`)
}

/** An hour is the longest that API Gateway keeps an authorizer's answer. */
const MOST_TTL = 3600

export const assertTtl = (of: string, ttl: number): void => {
  if (!Number.isInteger(ttl) || ttl < 0 || ttl > MOST_TTL)
    throw new TypeError(`${of}: 'ttl' is a whole number of seconds from 0 to ${MOST_TTL}, not ${String(ttl)}`)
}

export const assertHeader = (of: string, header: string): void => {
  if (!/^[\w-]+$/.test(header)) throw new TypeError(`${of}: 'header' is no header name: '${header}'`)
}

export const assertName = (of: string, name: string): void => {
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(name))
    throw new TypeError(`${of}: 'name' has letters, digits, '-' and '_', not '${name}'`)
}
