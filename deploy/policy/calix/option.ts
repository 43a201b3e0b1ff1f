import type { Cell } from '../evaluate/cell.ts'
import type { Site } from '../evaluate/env.ts'
import type { Machine } from '../evaluate/machine.ts'
import type { Value } from '../evaluate/value.ts'

/** An option, as far as the source says it. */
export const optionOf = (m: Machine, options: Cell, name: string, site: Site): Value =>
  m
    .get(
      m.read(options).filter(({ kind }) => kind === 'thing'),
      name,
      site,
    )
    .filter(({ kind }) => kind === 'thing')
