import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWavWriter } from '../../../main/audio-files/wav'
import { readSamples } from '../../../main/audio-files/wav-read'
import { unwrap, temporaryFolder } from '../library/folder'

const counting = (from: number, count: number) =>
  new Uint8Array(Int16Array.from({ length: count }, (_, index) => from + index).buffer)
const samplesOf = (pcm: Uint8Array) => [...new Int16Array(pcm.slice().buffer)]

describe('reading a range of audio', () => {
  it('returns exactly these samples, also while the file is being written', async () => {
    const path = join(temporaryFolder(), 'microphone.wav')
    const writer = createWavWriter(path)
    writer.write(0, counting(0, 1_000))
    unwrap(await writer.flush())
    const first = unwrap(await readSamples(path, 10, 14))
    expect(samplesOf(first.pcm)).toEqual([10, 11, 12, 13])
    expect(first.available).toBe(1_000)

    writer.write(1_000, counting(1_000, 500))
    expect(unwrap(await readSamples(path, 990, 1_010)).pcm).toHaveLength(20)
    unwrap(await writer.flush())
    expect(samplesOf(unwrap(await readSamples(path, 998, 1_002)).pcm)).toEqual([
      998, 999, 1000, 1001,
    ])
    unwrap(await writer.close())
  })

  it('omits samples after the end, and half a sample', async () => {
    const path = join(temporaryFolder(), 'microphone.wav')
    writeFileSync(path, Buffer.concat([Buffer.alloc(44), counting(0, 3), Buffer.from([9])]))
    expect(samplesOf(unwrap(await readSamples(path, 1, 10)).pcm)).toEqual([1, 2])
    expect(unwrap(await readSamples(path, 5, 10))).toEqual({ pcm: new Uint8Array(0), available: 3 })
  })

  it('returns no samples without a file, and an error if it cannot be read', async () => {
    const folder = temporaryFolder()
    expect(unwrap(await readSamples(join(folder, 'no.wav'), 0, 10)).available).toBe(0)
    mkdirSync(join(folder, 'folder.wav'))
    const read = await readSamples(join(folder, 'folder.wav'), 0, 10)
    expect(read).toMatchObject({ ok: false, error: { code: 'audio-read-failed' } })
  })
})
