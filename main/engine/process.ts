import type { ParentPort } from 'electron'
import { loadRuntime } from './sherpa'
import { createWorker } from './worker'

/** Entry of the utility process "Parley engine": connects the engine to main's port. */
export function runEngineProcess(port: ParentPort): void {
  const worker = createWorker({
    loadRuntime,
    post: (message) => port.postMessage(message),
    now: () => performance.timeOrigin + performance.now(),
  })
  port.on('message', (event) => void worker.receive(event.data))
}

runEngineProcess(process.parentPort)
