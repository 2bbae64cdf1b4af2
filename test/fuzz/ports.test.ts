import { describe, expect, it, vi } from 'vitest'
import { runPageJob } from '../../main/audio-files/page-job'
import { createAudioWriter } from '../../main/recording/audio-writer'
import { readPortEvent } from '../../main/windows/recorder-event'
import { importerMessageSchema, recorderEventSchema } from '../../common/schemas'
import { temporaryFolder } from '../main/library/folder'
import { diskWithRoom } from '../main/recording/disk-with-room'
import { hostileValue, corrupt } from './hostile'
import { createDraw } from './random'
import { sampleOf } from './samples'
import { fuzzSeed } from './seed'

vi.mock('electron', () => ({ app: {}, ipcMain: {} }))

/** No single message may block main this long, in ms. */
const longestMs = 1_000

describe('the message ports of pages', () => {
  it('accept only sound: 20,000 hostile messages to the audio port', async () => {
    const draw = createDraw(fuzzSeed('audio port'))
    const folder = temporaryFolder()
    let nowMs = 1_000
    const audio = createAudioWriter({
      pathOf: (source) => `${folder}/${source}.wav`,
      disk: diskWithRoom(),
      elapsedMs: () => nowMs,
      now: () => 0,
    })
    const second = 16_000
    let taken = 0
    let slowestMs = 0
    for (let index = 0; index < 20_000; index += 1) {
      const chunk = {
        source: draw.pick(['microphone', 'system']),
        firstSample: draw.pick([0, 800, 80_000, -1, 2 ** 40, 1e308, NaN]),
        pcm: new ArrayBuffer(draw.pick([0, 1, 2, 1_600, 64_000, 64_002])),
      }
      const before = performance.now()
      const heard = audio.accept(corrupt(chunk, draw, 'clone'))
      slowestMs = Math.max(slowestMs, performance.now() - before)
      if (heard === null) continue
      taken += 1
      expect(['microphone', 'system']).toContain(heard.source)
      // No message reaches further than five seconds from now, plus its own two.
      expect(heard.endSample).toBeLessThanOrEqual(8 * second)
    }
    expect(slowestMs).toBeLessThan(longestMs)
    expect(taken).toBeLessThan(5_000)
    const sound = { source: 'microphone', firstSample: 8 * second, pcm: new ArrayBuffer(1_600) }
    nowMs = 8_000
    expect(audio.accept(sound)?.endSample).toBe(8 * second + 800)
    await audio.close()
    for (const { samples } of audio.infos()) expect(samples).toBeLessThanOrEqual(9 * second)
  })

  it('accept only valid events: 6,000 hostile messages to the port of a recording', () => {
    const draw = createDraw(fuzzSeed('event port'))
    const counts = { taken: 0, refused: 0, sound: 0 }
    let slowestMs = 0
    for (let index = 0; index < 6_000; index += 1) {
      const good = { event: sampleOf(recorderEventSchema, draw) }
      const isGood = draw.chance(0.3)
      const spoilt = draw.chance(0.3) ? hostileValue(draw, 'clone') : corrupt(good, draw, 'clone')
      const raw = isGood ? good : spoilt
      const before = performance.now()
      const read = readPortEvent(raw)
      slowestMs = Math.max(slowestMs, performance.now() - before)
      if (read === null) counts.sound += 1
      else if (read === 'refused') counts.refused += 1
      else {
        counts.taken += 1
        expect(recorderEventSchema.parse(read)).toEqual(read)
      }
      if (isGood && recorderEventSchema.safeParse(good.event).success) {
        expect(read, JSON.stringify(good)).toMatchObject({
          type: (good.event as { type: string }).type,
        })
      }
    }
    expect(slowestMs).toBeLessThan(longestMs)
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(200)
    // Sound on the same port goes to the audio writer.
    expect(
      readPortEvent({ source: 'microphone', firstSample: 0, pcm: new ArrayBuffer(2) }),
    ).toBeNull()
    const endless = { type: 'devices', devices: [], more: 'x'.repeat(9_000_000) }
    expect(readPortEvent({ event: endless })).toBe('refused')
  })

  it('end a page that sends what no decoder sends: 5,000 hostile messages to importers', async () => {
    const draw = createDraw(fuzzSeed('importer port'))
    for (let index = 0; index < 5_000; index += 1) {
      const good = sampleOf(importerMessageSchema, draw)
      const raw = draw.chance(0.3) ? hostileValue(draw, 'clone') : corrupt(good, draw, 'clone')
      const known = importerMessageSchema.safeParse(raw)
      let say: (message: unknown) => void = () => undefined
      let closed = 0
      const done = runPageJob({
        port: {
          post: () => undefined,
          listen: (onMessage) => (say = onMessage),
          close: () => (closed += 1),
        },
        signal: new AbortController().signal,
        begin: { type: 'decode', size: 10 } as never,
        read: async () => null,
        answer: async () => ({ ok: false, error: { code: 'cancelled', sentence: '' } }),
      })
      say(raw)
      const result = await done
      expect(result.ok).toBe(false)
      if (!known.success) expect(result).toMatchObject({ error: { code: 'import-damaged' } })
      expect(closed).toBe(1)
    }
  })
})
