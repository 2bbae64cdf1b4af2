import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serveAudio } from '../../../main/audio-files/byte-range'
import { openMix } from '../../../main/audio-files/audio-source'
import { wavBytes } from '../../speech/wav'
import { temporaryFolder } from '../library/folder'

function wav(samples: readonly number[]): string {
  const path = join(temporaryFolder(), 'a.wav')
  writeFileSync(path, wavBytes({ sampleRate: 16_000, samples: Int16Array.from(samples) }))
  return path
}

async function readAll(paths: readonly string[], range: string | null = null): Promise<Buffer> {
  const response = await serveAudio(await openMix(paths), range)
  return Buffer.from(await response.arrayBuffer())
}

describe('the audio of a meeting', () => {
  it('is the sum of its sources, clipped at full scale, as long as the longest', async () => {
    const microphone = wav([100, -200, 32_000, -32_000, 5])
    const system = wav([1, 2, 1_000, -1_000])
    expect(await readAll([microphone, system])).toEqual(
      wavBytes({
        sampleRate: 16_000,
        samples: Int16Array.from([101, -198, 32_767, -32_768, 5]),
      }),
    )
  })

  it('can be read in any range of bytes', async () => {
    const microphone = wav(Array.from({ length: 50 }, (_, index) => index * 301 - 7_000))
    const system = wav(Array.from({ length: 30 }, (_, index) => index * -111))
    const whole = await readAll([microphone, system])
    for (let start = 0; start < whole.length; start += 7) {
      for (const count of [1, 2, 3, 44, 51]) {
        const part = await readAll([microphone, system], `bytes=${start}-${start + count - 1}`)
        expect(part, `${start}, ${count}`).toEqual(whole.subarray(start, start + count))
      }
    }
  })

  it('is that of a single source, and empty without one', async () => {
    const system = wav([1, 2, 3])
    expect((await readAll(['/nonexistent/microphone.wav', system])).length).toBe(44 + 6)
    expect(await openMix(['/nonexistent/microphone.wav'])).toBeNull()
    expect(await openMix([])).toBeNull()
  })
})
