import type { ParentPort } from 'electron'
import { monotonicNow } from '../../common/clock'
import { yieldToCapture } from './priority'
import { loadRuntime } from './sherpa'
import { createWorker } from './worker'

/** Entry point of the utility process "Parley engine": connects the engine to main's port. */
export function runEngineProcess(port: ParentPort): void {
  const refused = yieldToCapture()
  if (refused !== null) port.postMessage({ type: 'fault', detail: `priority: ${refused}` })
  const worker = createWorker({
    loadRuntime,
    post: (message) => port.postMessage(message),
    now: monotonicNow,
  })
  // Electron 45 keeps a process alive after an unhandled rejection; main restarts one that ends
  // (https://github.com/electron/electron/pull/45921).
  process.on('unhandledRejection', (cause) => {
    port.postMessage({ type: 'fault', detail: String(cause) })
    process.exit(1)
  })
  port.on('message', (event) => void worker.receive(event.data))
}

runEngineProcess(process.parentPort)
