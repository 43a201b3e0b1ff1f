/**
 * One thing that keeps a codec from having a schema.
 *
 * @since 0.1.0
 */
export interface Problem {
  /** The place that was asked for: `POST /users body`. */
  readonly where: string
  /** The way from there to the codec: names of properties, `[]` for items. */
  readonly path: ReadonlyArray<string>
  /** The codec's name. */
  readonly codec: string
  /** What is wrong, and what to do. */
  readonly message: string
}

/** A problem in a line. */
export const showProblem = ({ where, path, message }: Problem): string =>
  `${where}${path.length === 0 ? '' : ` at ${path.join('.').replaceAll('.[]', '[]')}`}: ${message}`

/**
 * Codecs that have no schema, all of them at once.
 *
 * @since 0.1.0
 */
export class NoSchemaError extends Error {
  static override readonly name: string = 'NoSchemaError'
  override readonly name: string = 'NoSchemaError'
  readonly problems: ReadonlyArray<Problem>
  constructor(problems: ReadonlyArray<Problem>) {
    super(problems.map(showProblem).join('\n'))
    this.problems = problems
  }
}
