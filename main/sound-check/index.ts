// The sound check before a meeting.
export { setupSoundCheck } from './setup'
