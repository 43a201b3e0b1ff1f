import type { Size } from './bundle.ts'
import type { Figure } from './ratio.ts'

/** A Markdown table, its columns padded so that it reads as well in a terminal. */
export const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: ReadonlyArray<string>) =>
    `| ${widths.map((width, i) => (i === 0 ? (cells[i] ?? '').padEnd(width) : (cells[i] ?? '').padStart(width))).join(' | ')} |`
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

const spread = ({ spread }: Figure): string => `±${Math.round(spread * 100)} %`

/** `2.31× ±4 %` */
export const times = (figure: Figure): string =>
  `${figure.value >= 10 ? figure.value.toFixed(1) : figure.value.toFixed(2)}× ${spread(figure)}`

/** `+2.1 ms` */
export const milliseconds = ({ value }: Figure): string => `${value >= 0 ? '+' : ''}${value.toFixed(1)} ms`

/** `+182 KB` */
export const heapKilobytes = ({ value }: Figure): string =>
  `${value >= 0 ? '+' : ''}${Math.round(value / 1000)} KB`

/** `18.2 / 6.4 KB` */
export const kilobytes = ({ minified, gzipped }: Size): string =>
  `${(minified / 1000).toFixed(1)} / ${(gzipped / 1000).toFixed(1)} KB`
