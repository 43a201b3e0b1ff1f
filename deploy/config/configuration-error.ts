import type { Mistake } from './mistake.ts'

const line = ({ path, message }: Mistake): string => `  ${path === '' ? message : `${path}: ${message}`}`

/**
 * Thrown when a configuration cannot be deployed: every mistake, one a line.
 *
 * @since 0.1.0
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly mistakes: ReadonlyArray<Mistake>

  constructor(mistakes: ReadonlyArray<Mistake>, of = 'the configuration') {
    const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`
    super([`${count} in ${of}:`, ...mistakes.map(line)].join('\n'))
    this.mistakes = mistakes
  }
}
