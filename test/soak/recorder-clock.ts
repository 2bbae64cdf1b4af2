import { installClock } from './clock'
import { createFastMicrophones, type FastMicrophones } from './fast-microphone'
import { PageWorker } from './page-worker'

declare global {
  /** How much slower each device is than it says, in parts per million; set before this runs. */
  var soakSlowerPpm: Parameters<typeof createFastMicrophones>[0]
  var soakMicrophones: FastMicrophones
}

/** How often sound and answers of the service arrive at least, in ms of the page's clock. */
const lookMs = 50

// Runs in the recorder page before its own code.
const microphones = createFastMicrophones(globalThis.soakSlowerPpm)
installClock(lookMs, microphones.deliver)
globalThis.soakMicrophones = microphones
MediaDevices.prototype.getDisplayMedia = microphones.getDisplayMedia
Object.assign(globalThis, {
  MediaStreamTrackProcessor: microphones.Processor,
  Worker: PageWorker,
})
