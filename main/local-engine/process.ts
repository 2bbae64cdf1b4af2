import type { ParentPort } from 'electron'
import { monotonicNow } from '../../common/clock'
import { yieldToCapture } from './priority'
import { loadRuntime } from './sherpa'
import { createVoiceWorker } from './speakers/voice-worker'
import { createWorker } from './worker'

/** The argument of the process that tells voices apart; setup.ts gives it. */
const forVoices = '--voices'

/** Entry point of the utility process "Parley engine": connects the engine to main's port. */
export function runEngineProcess(port: ParentPort): void {
  const refused = yieldToCapture('behind')
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

/** Entry point of the utility process "Parley voices". */
export function runVoiceProcess(port: ParentPort): void {
  yieldToCapture('last')
  const receive = createVoiceWorker((message) => port.postMessage(message))
  // Main answers what was asked with a failure when the process ends.
  process.on('unhandledRejection', () => process.exit(1))
  port.on('message', (event) => void receive(event.data))
}

if (process.argv.includes(forVoices)) runVoiceProcess(process.parentPort)
else runEngineProcess(process.parentPort)
