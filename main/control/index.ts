// The command line of a running app: one verb in, one line of JSON out.
export { answerByRunningApp, sayNotRunning } from './client'
export { setupControl } from './setup'
