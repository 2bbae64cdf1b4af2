// Hears what other programs play, on every output: a client of the sound server, in its own process.
export { setupSystemSound } from './setup'
export type { SystemSound } from './system-sound'
export type { MicrophoneUse, WatchMicrophone } from './microphone-watch'
