// Marks the turns that are only a copy: of the loudspeaker, or of one's own voice coming back.
export { setupEcho } from './setup'
