// Turns audio and video files into meetings.
export { setupImports } from './setup'
