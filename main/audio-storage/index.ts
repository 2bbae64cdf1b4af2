// Keeps the audio of meetings small: compresses, decompresses and deletes it.
export type { AudioAccess } from './audio-access'
export { setupAudioStorage } from './setup'
