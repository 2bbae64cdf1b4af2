// Notices calls of other programs, and asks whether to record them.
export { setupCalls } from './setup'
