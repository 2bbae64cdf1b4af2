import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { waveformOf } from '../../../main/audio-files/waveform'
import { wavBytes } from '../../speech/wav'
import { unwrap, temporaryFolder } from '../library/folder'

const second = 16_000

function sources(...sounds: readonly (readonly number[])[]) {
  const folder = temporaryFolder()
  const cache = join(folder, 'waveform.json')
  const files = sounds.map((samples, index) => {
    const path = join(folder, `${index}.wav`)
    writeFileSync(path, wavBytes({ sampleRate: second, samples: Int16Array.from(samples) }))
    return { path, samples: samples.length }
  })
  return { files, cache }
}
const square = (seconds: number, height: number): number[] =>
  Array.from({ length: seconds * second }, (_, index) => (index % 2 ? height : -height))

describe('the waveform', () => {
  it('shows the loudness over the time line, of the louder source at each step', async () => {
    const { files, cache } = sources(
      [...square(1, 0), ...square(1, 3_277), ...square(1, 327)],
      square(2, 33),
    )
    const { durationMs, levels } = unwrap(await waveformOf(files, cache))
    expect(durationMs).toBe(3_000)
    expect(levels).toHaveLength(60)
    // Full scale is 255, and 20 dB less is 71 less.
    expect(new Set(levels.slice(0, 20))).toEqual(new Set([43]))
    expect(new Set(levels.slice(20, 40))).toEqual(new Set([184]))
    expect(new Set(levels.slice(40))).toEqual(new Set([113]))
  })

  it('has at most 2,000 steps', async () => {
    const { files, cache } = sources(square(150, 100))
    const { levels } = unwrap(await waveformOf(files, cache))
    expect(levels.length).toBeGreaterThan(1_900)
    expect(levels.length).toBeLessThanOrEqual(2_000)
  })

  it('is computed once, and again when there is more audio', async () => {
    const { files, cache } = sources(square(1, 3_277))
    const made = unwrap(await waveformOf(files, cache))
    writeFileSync(files[0]!.path, '')
    expect(unwrap(await waveformOf(files, cache))).toEqual(made)
    const longer = [{ path: files[0]!.path, samples: 2 * second }]
    expect(unwrap(await waveformOf(longer, cache)).durationMs).toBe(2_000)
    expect(JSON.parse(readFileSync(cache, 'utf8'))).toMatchObject({ samples: [2 * second] })
  })

  it('is computed again if the stored one is damaged, and is flat without audio', async () => {
    const { files, cache } = sources(square(1, 3_277))
    writeFileSync(cache, '{"samples":[160')
    expect(unwrap(await waveformOf(files, cache)).levels).toHaveLength(20)
    expect(unwrap(await waveformOf([], join(temporaryFolder(), 'w.json')))).toEqual({
      durationMs: 0,
      levels: [],
    })
  })
})
