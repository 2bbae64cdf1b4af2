// Tells the people of a finished meeting apart, on this computer.
export { setupSpeakers } from './setup'
