import { createDecodeQueue, type Recogniser } from '../../../main/engine/decode-queue'
import { startServer, type EngineServer } from '../../../main/engine/server'
import type { VoiceDetector } from '../../../main/engine/session'
import { createTokenBook, type TokenBook } from '../../../main/engine/tokens'

/** Hears voice wherever there is sound. */
export function soundDetector(): VoiceDetector {
  return { accept: (window) => window.some((sample) => Math.abs(sample) > 0.01) }
}

/** Answers with one word for each half second of what it is given: `w0 w1 w2 …`. */
export const countingRecogniser: Recogniser = {
  decode: (samples) =>
    Promise.resolve(
      Array.from({ length: Math.round(samples.length / 8_000) }, (_, index) => `w${index}`).join(
        ' ',
      ),
    ),
}

export const silence = (ms: number): Uint8Array => new Uint8Array(ms * 32)

/** A square wave, loud enough for soundDetector. */
export function sound(ms: number): Uint8Array {
  const samples = new Int16Array(ms * 16)
  samples.forEach((_, index) => (samples[index] = index % 40 < 20 ? 8_000 : -8_000))
  return new Uint8Array(samples.buffer)
}

export interface TestServer extends EngineServer {
  readonly tokens: TokenBook
  /** A fresh token, in the book. */
  token(life?: { expiresInMs?: number; maxSessionSeconds?: number }): string
}

export async function serveFake(recogniser = countingRecogniser): Promise<TestServer> {
  const tokens = createTokenBook(Date.now)
  let minted = 0
  const server = await startServer({
    tokens,
    queue: createDecodeQueue({ now: Date.now, onDecoded: () => {} }),
    model: { wireName: 'moonshine-base', recogniser },
    models: ['moonshine-base', 'moonshine-tiny'],
    createDetector: soundDetector,
    now: Date.now,
    onAudio: () => {},
    onFailure: () => {},
  })
  return {
    ...server,
    tokens,
    token({ expiresInMs = 60_000, maxSessionSeconds = 10_800 } = {}) {
      minted += 1
      const token = `token-${minted}`
      tokens.add({ token, expiresAt: Date.now() + expiresInMs, maxSessionSeconds })
      return token
    },
  }
}
