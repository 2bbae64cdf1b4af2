import { describe, expect, it } from 'vitest'
import { runPageJob } from '../../main/import/page-job'
import { createRecordingAudio } from '../../main/recording/audio'
import { importerMessageSchema } from '../../preload/model'
import { must, temporaryFolder } from '../main/library/folder'
import { hostileValue, spoil } from './hostile'
import { createDraw } from './random'
import { sampleOf } from './samples'
import { fuzzSeed } from './seed'

/** No single message may hold main up so long, in ms. */
const longestMs = 1_000

describe('the ports of pages, which are no channels', () => {
  it('take sound and nothing else: 20,000 hostile messages to the audio port', async () => {
    const draw = createDraw(fuzzSeed('audio port'))
    const folder = temporaryFolder()
    const audio = createRecordingAudio((source) => `${folder}/${source}.wav`)
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
      const heard = audio.accept(spoil(chunk, draw, 'clone'), second)
      slowestMs = Math.max(slowestMs, performance.now() - before)
      if (heard === null) continue
      taken += 1
      expect(['microphone', 'system']).toContain(heard.source)
      // No message reaches further than five seconds from now, and two of its own.
      expect(heard.endSample).toBeLessThanOrEqual(8 * second)
    }
    expect(slowestMs).toBeLessThan(longestMs)
    expect(taken).toBeLessThan(5_000)
    const sound = { source: 'microphone', firstSample: 8 * second, pcm: new ArrayBuffer(1_600) }
    expect(audio.accept(sound, 8 * second)?.endSample).toBe(8 * second + 800)
    must(await audio.close())
    for (const { samples } of audio.infos()) expect(samples).toBeLessThanOrEqual(9 * second)
  })

  it('end a page that says what no decoder says: 5,000 hostile messages to importers', async () => {
    const draw = createDraw(fuzzSeed('importer port'))
    for (let index = 0; index < 5_000; index += 1) {
      const good = sampleOf(importerMessageSchema, draw)
      const raw = draw.chance(0.3) ? hostileValue(draw, 'clone') : spoil(good, draw, 'clone')
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
