// Redactions: what a person hides in exports and from language models. The original stays.
export { createRedactedReader, type RedactedReader } from './reader'
export { setupRedaction } from './setup'
