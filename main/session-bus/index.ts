// The message bus of the desktop, on Linux.
export { connectSessionBus, type SessionBus } from './session-bus'
