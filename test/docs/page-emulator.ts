import { type Emulator, missingEmulator, startEmulator } from '../deploy/platform/emulator.ts'

/** The address of the emulator of AWS in the pages, in whose place the one of this run stands. */
const SHOWN = '127.0.0.1:9000'

const STARTS = `moto_server -p ${new URL(`http://${SHOWN}`).port}`

const missing = missingEmulator()

/** Whether a command starts the emulator. */
export const isEmulator = (command: string): boolean => command === STARTS

/** Why a text that needs the emulator cannot be run; `undefined` when it can, or needs none. */
export const lacksEmulator = (text: string): string | undefined =>
  isEmulator(text) || text.includes(SHOWN) ? missing : undefined

/** The emulator of a page, for as long as the page is run. */
export interface PageEmulator {
  readonly start: () => Promise<void>
  /** A text of the page with this emulator's address; @throws Error when no command of the page has started it. */
  readonly address: (text: string) => string
  readonly close: () => Promise<void>
}

export const pageEmulator = (): PageEmulator => {
  let running: Emulator | undefined
  return {
    start: async () => {
      running ??= await startEmulator()
    },
    address: (text) => {
      if (!text.includes(SHOWN)) return text
      if (running === undefined) throw new Error(`'${text}' stands before '${STARTS}'`)
      return text.replaceAll(SHOWN, new URL(running.endpoint).host)
    },
    close: async () => running?.close(),
  }
}
