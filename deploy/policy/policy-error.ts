/** An app whose needs cannot be derived at all: there is none, or its file cannot be read. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError'
}
