// Redactions: what a person hides in exports and from language models. The original stays.
export type { RedactedReader } from './reader'
export { setupRedaction } from './setup'
