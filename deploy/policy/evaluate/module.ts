import type { Source } from '../modules/source.ts'
import type { Activation } from './activation.ts'
import type { Cell } from './cell.ts'
import type { Thing } from './thing.ts'

/** A source file as it is evaluated. */
export interface Module {
  readonly source: Source
  /** What it exports, by name. */
  readonly exports: Map<string, Cell>
  /** What it exports all of: `export * from`. */
  readonly stars: Cell
  /** `module.exports` of CommonJS. */
  readonly assigned: Cell
  /** What `import * as` gives. */
  readonly namespace: Thing
  readonly activation: Activation
}
