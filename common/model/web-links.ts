/** The web pages that the window can open, by the names under which it asks main for them. */
export const webLinks = {
  'assemblyai-keys': 'https://www.assemblyai.com/dashboard/api-keys',
  'assemblyai-token-docs':
    'https://www.assemblyai.com/docs/streaming/authenticate-with-a-temporary-token',
  'assemblyai-token-endpoint':
    'https://www.assemblyai.com/docs/api-reference/streaming-api/generate-streaming-token',
  'assemblyai-websocket-docs':
    'https://www.assemblyai.com/docs/streaming/api-spec/streaming-websocket',
  'assemblyai-message-docs': 'https://www.assemblyai.com/docs/streaming/message-sequence',
} as const
export type WebLink = keyof typeof webLinks

/** Returns the name of an address, or null if the window cannot open it. */
export function webLinkOf(address: string | undefined): WebLink | null {
  const names = Object.keys(webLinks) as WebLink[]
  return names.find((name) => webLinks[name] === address) ?? null
}
