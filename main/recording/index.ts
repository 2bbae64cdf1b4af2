// Records meetings: one at a time, from the press of Record until everything is written.
export type { RecorderLink, Recordings } from './recording'
export { createSpeechMeter } from './speech-meter'
export { setupRecording } from './setup'
