import { describe, expect, it } from 'vitest'
import type { Source } from '../../../../common/model'
import { createMixer, type Loudness } from '../../../../renderer/recorder/mixing/mixer'
import type { AudioFrame } from '../../../../renderer/recorder/streaming/backlog'

const frame = (firstSample: number, value: number): AudioFrame => ({
  firstSample,
  pcm: new Int16Array(800).fill(value).buffer,
})

function mixing(...sources: Source[]) {
  const out: { firstSample: number; samples: number[]; loudness: Loudness }[] = []
  const mixer = createMixer(({ firstSample, pcm }, loudness) =>
    out.push({ firstSample, samples: [...new Int16Array(pcm)], loudness }),
  )
  for (const source of sources) mixer.join(source)
  return { mixer, out }
}

describe('the mix', () => {
  it('adds each sample at its position on the time line, for any frames', () => {
    const { mixer, out } = mixing('microphone', 'system')
    mixer.push('microphone', frame(1_000, 100))
    mixer.push('system', frame(1_200, 10))
    mixer.push('microphone', frame(1_800, 100))
    mixer.push('system', frame(2_000, 10))
    expect(out.map(({ firstSample }) => firstSample)).toEqual([1_000, 1_800])
    expect(out[0]?.samples).toEqual(Array.from({ length: 800 }, (_, at) => (at < 200 ? 100 : 110)))
    expect(out[1]?.samples.every((value) => value === 110)).toBe(true)
  })

  it('has no holes and loses nothing if a source comes and goes', () => {
    const { mixer, out } = mixing('microphone')
    mixer.push('microphone', frame(0, 5))
    mixer.join('system')
    mixer.push('microphone', frame(800, 5))
    mixer.push('system', frame(1_600, 7))
    mixer.leave('microphone')
    mixer.push('system', frame(4_800, 7))
    mixer.flush()
    expect(out.map(({ firstSample }) => firstSample)).toEqual([
      0, 800, 1_600, 2_400, 3_200, 4_000, 4_800,
    ])
    expect(out.map(({ samples }) => samples[0])).toEqual([5, 5, 7, 0, 0, 0, 7])
  })

  it('does not wait longer than half a second for a source that delivers nothing', () => {
    const { mixer, out } = mixing('microphone', 'system')
    mixer.push('system', frame(0, 1))
    for (let index = 0; index < 20; index += 1) mixer.push('microphone', frame(index * 800, 1))
    expect(out).toHaveLength(10)
    // What comes too late is left out; the rest is there.
    mixer.push('system', frame(8_000, 9))
    mixer.flush()
    expect(out).toHaveLength(20)
    expect(out[10]?.samples[0]).toBe(10)
  })

  it('is clipped if it is too loud, never wrapped', () => {
    const { mixer, out } = mixing('microphone', 'system')
    mixer.push('microphone', frame(0, 30_000))
    mixer.push('system', frame(0, 30_000))
    mixer.push('microphone', frame(800, -30_000))
    mixer.push('system', frame(800, -30_000))
    expect(out.map(({ samples }) => samples[0])).toEqual([32_767, -32_768])
  })

  it('has the loudness of each source in each frame', () => {
    const { mixer, out } = mixing('microphone', 'system')
    mixer.push('microphone', frame(0, 100))
    mixer.push('system', frame(0, 10))
    expect(Math.round(out[0]?.loudness.get('microphone') ?? 0)).toBe(10_000)
    expect(Math.round(out[0]?.loudness.get('system') ?? 0)).toBe(100)
  })
})
