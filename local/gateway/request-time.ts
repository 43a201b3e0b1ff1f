/**
 * Writes a moment in the common log format, as every API Gateway event does: `10/Jul/2026:19:19:04 +0000`.
 *
 * @param time the moment; written in UTC
 * @since 0.1.0
 */
export const requestTime = (time: Date): string => {
  const [date = '', clock = ''] = time.toISOString().split('T')
  const [year, month, day] = date.split('-')
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${clock.slice(0, 8)} +0000`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
