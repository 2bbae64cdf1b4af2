import {
  createDecodeQueue,
  type Decoded,
  type Recogniser,
} from '../../../main/local-engine/decode-queue'
import { startServer, type EngineServer } from '../../../main/local-engine/server'
import type { VoiceDetector } from '../../../main/local-engine/session'
import { createTokenStore, type TokenStore } from '../../../main/local-engine/tokens'

/** Detects voice in any sound. */
export function soundDetector(): VoiceDetector {
  return { accept: (window) => window.some((sample) => Math.abs(sample) > 0.01) }
}

/** What a model without word times says. */
export const said = (text: string): Decoded => ({ text, words: null, language: null })

/** A recogniser like Moonshine that hears this text. */
export function saying(decode: (samples: Float32Array) => Promise<string>): Recogniser {
  return {
    segmentMs: 9_000,
    timing: 'estimated',
    writing: { marks: true, capitals: true },
    decode: (samples) => decode(samples).then(said),
  }
}

/** Returns one word for each half second of its input: `w0 w1 w2 …`. */
export const countingRecogniser: Recogniser = saying((samples) =>
  Promise.resolve(
    Array.from({ length: Math.round(samples.length / 8_000) }, (_, index) => `w${index}`).join(' '),
  ),
)

export const silence = (ms: number): Uint8Array => new Uint8Array(ms * 32)

/** A square wave, loud enough for soundDetector. */
export function sound(ms: number): Uint8Array {
  const samples = new Int16Array(ms * 16)
  samples.forEach((_, index) => (samples[index] = index % 40 < 20 ? 8_000 : -8_000))
  return new Uint8Array(samples.buffer)
}

export interface TestServer extends EngineServer {
  readonly tokens: TokenStore
  /** Adds a new token to the token book. */
  token(life?: { expiresInMs?: number; maxSessionSeconds?: number }): string
}

export async function serveFake(
  recogniser = countingRecogniser,
  createDetector = soundDetector,
  port = 0,
): Promise<TestServer> {
  const tokens = createTokenStore(Date.now)
  let minted = 0
  const server = await startServer({
    port,
    tokens,
    queue: createDecodeQueue({ now: Date.now, onDecoded: () => {} }),
    model: { wireName: 'moonshine-base', recogniser },
    models: () => ['moonshine-base', 'moonshine-tiny'],
    createDetector,
    now: Date.now,
    onAudio: () => {},
    onFinal: () => {},
    onFailure: () => {},
  })
  return {
    ...server,
    tokens,
    token({ expiresInMs = 60_000, maxSessionSeconds = 10_800 } = {}) {
      minted += 1
      const token = `token-${minted}`
      tokens.add({ token, lifeMs: expiresInMs, maxSessionSeconds, terms: [] })
      return token
    },
  }
}
