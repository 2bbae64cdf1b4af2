// The captions window: two lines on top of everything.
export { type CaptionsMenu, setupCaptions } from './setup'
