import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { app, MessageChannelMain } from 'electron'
import { installClock, stepMs } from './clock'
import { createCounter, type Counter } from './counter'

declare global {
  /** Runs a full garbage collection. */
  var soakCollect: () => void
  /** Counts the frames of sound from the recorder page. */
  var soakFrames: Counter
}

// Runs in Electron's main process before the app.
setFlagsFromString('--expose-gc')
globalThis.soakCollect = runInNewContext('gc') as () => void
installClock(Infinity)
// The devices stamp their sound with the system's monotonic clock. It is stepped with the recorder
// page, which delivers their sound and is a step ahead.
process.hrtime.bigint = () => BigInt(Math.round((Date.now() + stepMs) * 1e6))

const frames = createCounter()
globalThis.soakFrames = frames
void app.whenReady().then(() => {
  const { prototype } = new MessageChannelMain().port1.constructor as {
    prototype: { emit(name: string, event: { readonly data: unknown }): boolean }
  }
  const { emit } = prototype
  prototype.emit = function (name, event) {
    const answer: boolean = emit.call(this, name, event)
    if (name === 'message') frames.count(event.data)
    return answer
  }
})
