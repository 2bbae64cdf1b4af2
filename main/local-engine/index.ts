// The speech engine on this computer, which runs in a process of its own.
export type { Engine } from './engine'
export { setupLocalEngine } from './setup'
