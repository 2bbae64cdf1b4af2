export { messages } from './text-source'
