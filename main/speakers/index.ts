// Tells the people of a meeting apart, on this computer, and keeps voices where a person asks for it.
export { setupSpeakers } from './setup'
