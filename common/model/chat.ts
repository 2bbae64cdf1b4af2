/** Whom Parley asks about a meeting. Their words are in common/text. */
export const chatProviders = ['ollama', 'lm-studio', 'llama-cpp', 'assemblyai', 'other'] as const
export type ChatProvider = (typeof chatProviders)[number]

export interface ChatProviderInfo {
  /** Where the API is if the person gives no address; null where it has no usual place. */
  readonly address: string | null
  /** Whether it may only be on this computer. */
  readonly isLocal: boolean
  /** How many characters of a transcript fit into one request; small models read about 4,000 tokens. */
  readonly partCharacters: number
}

export const chatProviderTable: Readonly<Record<ChatProvider, ChatProviderInfo>> = {
  ollama: { address: 'http://127.0.0.1:11434/v1', isLocal: true, partCharacters: 10_000 },
  'lm-studio': { address: 'http://127.0.0.1:1234/v1', isLocal: true, partCharacters: 10_000 },
  'llama-cpp': { address: 'http://127.0.0.1:8080/v1', isLocal: true, partCharacters: 10_000 },
  // The host follows the zone of the key in use.
  assemblyai: { address: null, isLocal: false, partCharacters: 120_000 },
  other: { address: null, isLocal: false, partCharacters: 60_000 },
}
