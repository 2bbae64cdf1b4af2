import {
  AssemblyAI,
  type BeginEvent,
  type StreamingTranscriberParams,
  type TurnEvent,
} from 'assemblyai'

/** What the service's own SDK heard of one session. */
export interface ForeignSession {
  readonly begin: BeginEvent
  readonly turns: TurnEvent[]
  /** Sends 16-bit sound at 16 kHz, in frames of 50 ms. */
  sound(samples: Int16Array): void
  /** Ends the session, with the wait of the SDK for its Termination. */
  close(): Promise<void>
}

/** The SDK behind a TLS proxy; `apiKey` may be any text if only a token is used. */
export const sdk = (host: string, apiKey: string) =>
  new AssemblyAI({ apiKey, streamingBaseUrl: `https://${host}` })

/** Opens a session as the SDK does; fails as its `connect` fails. */
export async function openForeign(
  host: string,
  params: Partial<StreamingTranscriberParams> & { token?: string; apiKey?: string },
): Promise<ForeignSession> {
  const transcriber = sdk(host, 'unused').streaming.transcriber({
    sampleRate: 16_000,
    speechModel: 'universal-streaming-english',
    websocketBaseUrl: `wss://${host}/v3/ws`,
    connectTimeout: 10_000,
    maxConnectionRetries: 0,
    ...params,
  })
  const turns: TurnEvent[] = []
  transcriber.on('turn', (turn) => void turns.push(turn))
  const begin = await transcriber.connect()
  if (begin === undefined) throw new Error('No Begin')
  return {
    begin,
    turns,
    sound: (samples) => {
      for (let at = 0; at + 800 <= samples.length; at += 800) {
        transcriber.sendAudio(samples.slice(at, at + 800).buffer)
      }
    },
    close: () => transcriber.close(),
  }
}
