/**
 * An app that cannot be documented as it is: each mistake says where it is and what to do.
 *
 * @since 0.1.0
 * @example
 * try {
 *   openapi(app, { version: '1.0.0' })
 * } catch (error) {
 *   if (error instanceof OpenApiError) for (const each of error.mistakes) console.error(each)
 * }
 */
export class OpenApiError extends Error {
  override readonly name = 'OpenApiError'
  readonly mistakes: ReadonlyArray<string>
  constructor(mistakes: ReadonlyArray<string>) {
    super(mistakes.join('\n'))
    this.mistakes = mistakes
  }
}
