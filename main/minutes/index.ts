// Minutes of meetings, titles, tags and answers about them, from a language model, checked against the turns.
export { setupMinutes } from './setup'
