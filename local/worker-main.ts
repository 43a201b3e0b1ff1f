// The script of a worker thread: loads one bundle and answers invocations until the thread is terminated.
import { setSourceMapsSupport } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { functionNameOf } from './context.ts'
import { findHandler } from './exported.ts'
import { inspectThrown, invoke } from './invoke.ts'
import type { FromWorker, Job, ToWorker } from './protocol.ts'

const port = parentPort
if (port === null) throw new Error('worker-main.ts runs in a worker thread that calix starts, not by itself.')
const { file, name, stage }: Job = workerData
const send = (message: FromWorker): void => port.postMessage(message)

// Stack traces name the app's own lines; the bundle may lie below a node_modules.
setSourceMapsSupport(true, { nodeModules: true })

try {
  const found = findHandler(await import(file), name)
  if (found.tag === 'Absent') send({ tag: 'Unloadable', reason: found.reason })
  else {
    const functionName = functionNameOf(found.name, stage)
    port.on('message', async (message: ToWorker) => {
      if (message.tag === 'Ping') send({ tag: 'Pong' })
      else
        send({
          tag: 'Done',
          id: message.id,
          outcome:
            message.tag === 'Document'
              ? await found.document(message.description)
              : await invoke(found.handler, functionName, message.invocation),
        })
    })
    send({ tag: 'Ready', routes: found.routes, app: found.app })
  }
} catch (error) {
  send({ tag: 'Unloadable', reason: inspectThrown(error) })
}
