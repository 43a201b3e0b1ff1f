import type { WireCodec } from './standard.ts'
import { text } from './text.ts'

/** RFC 3339 §5.6: `full-date`, or `date-time`. */
const DATE =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(\.\d+)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d)))?$/i

const DAY = 86_400_000

/** Whether a time is one that RFC 3339 can write in UTC: its years have four digits. */
const isWritable = (time: number): boolean => time >= -62_167_219_200_000 && time <= 253_402_300_799_999

const parse = (written: string): Date | undefined => {
  const found = DATE.exec(written)
  if (found === null) return undefined
  const [
    ,
    day = '',
    hours = '0',
    minutes = '0',
    seconds = '0',
    fraction = '',
    sign,
    ahead = '0',
    past = '0',
  ] = found
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // Engines take the 30th of February for a day in March, or for none.
  if (Number.isNaN(midnight) || new Date(midnight).getUTCDate() !== Number(day.slice(8))) return undefined
  const offset = (Number(ahead) * 60 + Number(past)) * (sign === '-' ? -1 : 1)
  const minute = midnight + (Number(hours) * 60 + Number(minutes) - offset) * 60_000
  // A leap second is the last one of a day in UTC; as in POSIX, it is the same as the one after it.
  if (seconds === '60' && (minute + 60_000) % DAY !== 0) return undefined
  const time = minute + Number(seconds) * 1000 + Number(fraction.slice(1, 4).padEnd(3, '0'))
  return isWritable(time) ? new Date(time) : undefined
}

/**
 * A moment: a date-time of RFC 3339 §5.6, such as `2026-11-22T10:00:00Z` or `2026-11-22T11:00:00.250+01:00`, or a full
 * date, which is its midnight in UTC. A day that the month does not have is refused, and what is finer than a millisecond
 * is dropped. It is written in UTC, in full. A string in JSON too, so it serves in bodies as well.
 *
 * @since 0.1.0
 */
export const date: WireCodec<Date, Date | string> = /* @__PURE__ */ text({
  name: 'date',
  is: (value): value is Date => value instanceof Date && isWritable(value.getTime()),
  parse,
  print: (value) => value.toISOString(),
  parameter: { type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] },
  input: { type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] },
  output: { type: 'string', format: 'date-time' },
})
