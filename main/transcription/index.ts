// Transcribes recorded audio: fills gaps and re-transcribes meetings.
export { setupTranscription } from './setup'
