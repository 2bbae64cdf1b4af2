// The one client for language models: where they are, who agreed to it, and their answers.
export type { ChatMessage } from './completion'
export { type Chat, setupChat } from './setup'
