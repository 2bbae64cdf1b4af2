// Keeps this copy of the app up to date.
export { setupUpdates } from './setup'
