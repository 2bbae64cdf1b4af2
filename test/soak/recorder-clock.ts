import { installClock } from './clock'
import { createFastMicrophones, type FastMicrophones } from './fast-microphone'

declare global {
  var soakMicrophones: FastMicrophones
}

/** Of the page's own ms: sound comes, and the service answers, at least so often. */
const lookMs = 50

// Runs in the recorder page before its own code.
const microphones = createFastMicrophones()
installClock(lookMs, microphones.deliver)
globalThis.soakMicrophones = microphones
Object.assign(globalThis, { MediaStreamTrackProcessor: microphones.Processor })
