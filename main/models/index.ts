// The models that a person downloads or brings: the catalogue, their storage, and their checks.
export { setupModels } from './setup'
