// Asks whether a recording was forgotten: when nobody speaks for long, and at an end time.
export { setupForgotten } from './setup'
