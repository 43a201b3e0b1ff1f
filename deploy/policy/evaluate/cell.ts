import type { Activation } from './activation.ts'
import { NOTHING, type Text, union, type Value, widened } from './value.ts'

/** A place that holds a value: a variable, a property, what a function gives back. It only ever grows. */
export interface Cell {
  value: Value
  /** Who has read it, and is to be evaluated again when it grows. */
  readers: Set<Activation> | undefined
  /** Whether it has held so many texts that they are one pattern now. */
  isWide: boolean
  /** The thing whose property it is. */
  of?: { lookers: Set<Activation> | undefined }
}

export const cellOf = (value: Value = NOTHING): Cell => ({ value, readers: undefined, isWide: false })

/** The cell under a name, made when it is not there. */
export const cellIn = (cells: Map<string, Cell>, name: string): Cell => {
  const found = cells.get(name)
  if (found !== undefined) return found
  const cell = cellOf()
  cells.set(name, cell)
  return cell
}

/** More texts than this in one cell are one pattern. */
const MOST = 24

const isText = (atom: Value[number]): atom is Text => atom.kind === 'text'

/** Puts a value in; whether the cell has grown by it. */
export const grow = (cell: Cell, value: Value): boolean => {
  const all = union(cell.value, value)
  if (all === cell.value) return false
  const texts = all.filter(isText)
  if (texts.length > MOST || (cell.isWide && texts.length > 1)) {
    cell.isWide = true
    const pattern = widened(texts)
    const next = [...all.filter((atom) => atom.kind !== 'text'), pattern]
    const isSame =
      next.length === cell.value.length &&
      next.every(({ key }) => cell.value.some((atom) => atom.key === key))
    if (isSame) return false
    cell.value = next
    return true
  }
  cell.value = all
  return true
}
