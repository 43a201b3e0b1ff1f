import { bracketed } from './hosts.ts'
import { LocalError } from './runtime.ts'

/** What to do when the address cannot be listened on; an error that is not known stays what it is. */
export const listenError = (error: NodeJS.ErrnoException, host: string, port: number): Error => {
  const at = `${bracketed(host)}:${port}`
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `${at} is taken: choose another port with --port, or any free one with --port 0.`,
    EACCES: `${at} may not be opened: choose a port above 1023 with --port.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine: choose another with --host, such as 127.0.0.1.`,
    ENOTFOUND: `${host} is not a known host: choose another with --host, such as 127.0.0.1.`,
  }
  const reason = reasons[error.code ?? '']
  return reason === undefined ? error : new LocalError(reason)
}
