import type { Activation } from './activation.ts'
import { NOTHING, type Text, union, type Value, widened } from './value.ts'

/** A place that holds a value: a variable, a property, what a function gives back. It only ever grows. */
export interface Cell {
  value: Value
  /** Who has read it first, and is to be evaluated again when it grows. */
  reader: Activation | undefined
  /** Who else has: most cells have one reader, and sets for all of them would take more memory than what they hold. */
  readers: Set<Activation> | undefined
  /** Whether it has held so many texts that they are one pattern now. */
  isWide: boolean
  /** The thing whose property it is. */
  readonly of: { readonly lookers: Set<Activation> | undefined } | undefined
}

export const cellOf = (value: Value = NOTHING, of: Cell['of'] = undefined): Cell => ({
  value,
  reader: undefined,
  readers: undefined,
  isWide: false,
  of,
})

/** Remembers who has read a cell. */
export const addReader = (cell: Cell, reader: Activation): void => {
  if (cell.reader === undefined) cell.reader = reader
  else if (cell.reader !== reader) {
    cell.readers ??= new Set()
    cell.readers.add(reader)
  }
}

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
  if (all.length <= MOST && !cell.isWide) {
    cell.value = all
    return true
  }
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
