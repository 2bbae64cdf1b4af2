import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWavWriter, type WavFile } from '../../../main/audio-files/wav'
import { wavHeader } from '../../../main/audio-files/wav-header'
import { repairWav } from '../../../main/audio-files/wav-repair'
import { unwrap, temporaryFolder } from '../library/folder'

/** Samples of a value, as bytes. */
const pcm = (...values: number[]) => new Uint8Array(Int16Array.from(values).buffer)
const sound = (count: number, value: number) => pcm(...new Array<number>(count).fill(value))

/** Reads a WAV like a player, by its header only, independently of the writer. */
function readWav(path: string): number[] {
  const bytes = readFileSync(path)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const tag = (at: number) => bytes.subarray(at, at + 4).toString('latin1')
  expect([tag(0), tag(8), tag(12), tag(36)]).toEqual(['RIFF', 'WAVE', 'fmt ', 'data'])
  expect(view.getUint16(20, true)).toBe(1)
  expect(view.getUint16(22, true)).toBe(1)
  expect(view.getUint32(24, true)).toBe(16_000)
  expect(view.getUint32(28, true)).toBe(32_000)
  expect(view.getUint16(34, true)).toBe(16)
  const dataBytes = view.getUint32(40, true)
  expect(view.getUint32(4, true)).toBe(36 + dataBytes)
  expect(44 + dataBytes).toBeLessThanOrEqual(bytes.length)
  return Array.from({ length: dataBytes / 2 }, (_, i) => view.getInt16(44 + 2 * i, true))
}

/** A file in memory, on a disk with this much space. */
function smallDisk(room: { bytes: number; error?: string }) {
  let content = Buffer.alloc(0)
  const file: WavFile = {
    // oxlint-disable-next-line max-params -- a FileHandle of Node has them.
    write: async (bytes, offset, length, position) => {
      const fits = Math.min(length, Math.max(0, room.bytes - position))
      if (fits === 0) {
        const code = room.error ?? 'ENOSPC'
        throw Object.assign(new Error(`${code}: write`), { code })
      }
      const grown = Buffer.alloc(Math.max(content.length, position + fits))
      content.copy(grown)
      grown.set(bytes.subarray(offset, offset + fits), position)
      content = grown
      return { bytesWritten: fits }
    },
    truncate: async (length) => {
      const cut = Buffer.alloc(length)
      content.copy(cut)
      content = cut
    },
    datasync: async () => undefined,
    close: async () => undefined,
  }
  return {
    open: async () => file,
    samples: () => {
      const count = content.readUInt32LE(40) / 2
      return Array.from({ length: count }, (_, i) => content.readInt16LE(44 + 2 * i))
    },
  }
}

describe('createWavWriter', () => {
  it('has a valid file after each flush, also before any audio', async () => {
    const path = join(temporaryFolder(), 'deep', 'microphone.wav')
    const writer = createWavWriter(path)
    expect(unwrap(await writer.flush())).toBe(0)
    expect(readWav(path)).toEqual([])
    writer.write(0, pcm(1, 2, 3))
    expect(writer.taken).toBe(3)
    expect(readWav(path)).toEqual([])
    expect(unwrap(await writer.flush())).toBe(3)
    expect(readWav(path)).toEqual([1, 2, 3])
    writer.write(3, pcm(4))
    expect(unwrap(await writer.close())).toBe(4)
    expect(readWav(path)).toEqual([1, 2, 3, 4])
  })

  it('writes silence for missing samples, in pieces, and omits overlaps', async () => {
    const path = join(temporaryFolder(), 'microphone.wav')
    const writer = createWavWriter(path)
    writer.write(100_000, pcm(5, 6))
    writer.write(100_001, pcm(-1, 7))
    writer.write(99_000, pcm(9, 9))
    writer.write(100_004, pcm(8))
    expect(unwrap(await writer.close())).toBe(100_005)
    const samples = readWav(path)
    expect(samples.slice(0, 100_000).every((sample) => sample === 0)).toBe(true)
    expect(samples.slice(100_000)).toEqual([5, 6, 7, 0, 8])
  })

  it.skipIf(process.platform === 'win32')('takes no room for hours of silence', async () => {
    const path = join(temporaryFolder(), 'microphone.wav')
    const writer = createWavWriter(path)
    writer.write(0, pcm(1, 2))
    unwrap(await writer.flush())
    const eightHours = 8 * 3_600 * 16_000
    writer.write(eightHours, pcm(5, 6))
    expect(unwrap(await writer.close())).toBe(eightHours + 2)
    const { size, blocks } = statSync(path)
    expect(size).toBe(44 + 2 * (eightHours + 2))
    expect(blocks * 512).toBeLessThan(1_000_000)
  })

  it('never overwrites a recording', async () => {
    const path = join(temporaryFolder(), 'microphone.wav')
    writeFileSync(path, 'precious')
    const writer = createWavWriter(path)
    writer.write(0, pcm(1))
    expect(await writer.flush()).toMatchObject({ ok: false, error: { code: 'audio-write-failed' } })
    expect(readFileSync(path, 'utf8')).toBe('precious')
  })

  it('continues at the same place when a full disk has space again', async () => {
    const room = { bytes: 44 + 7 }
    const disk = smallDisk(room)
    const writer = createWavWriter('any', { open: disk.open })
    writer.write(0, pcm(1, 2, 3, 4, 5))
    expect(await writer.flush()).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    writer.write(5, pcm(6))
    expect(await writer.flush()).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    room.bytes = 1_000
    writer.write(6, pcm(7))
    expect(unwrap(await writer.flush())).toBe(7)
    expect(disk.samples()).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(writer.lost).toEqual([])
  })

  it('names other failures of the disk as such', async () => {
    const writer = createWavWriter('any', { open: smallDisk({ bytes: 0, error: 'EIO' }).open })
    writer.write(0, pcm(1))
    expect(await writer.flush()).toMatchObject({ ok: false, error: { code: 'audio-write-failed' } })
  })

  it('keeps its place if too much waits for a full disk: the oldest samples become silence', async () => {
    const room = { bytes: 44 }
    const disk = smallDisk(room)
    const writer = createWavWriter('any', { open: disk.open, maxWaiting: 20 })
    for (let i = 0; i < 8; i += 1) {
      writer.write(i * 10, sound(10, i + 1))
      expect(await writer.flush()).toMatchObject({ ok: false })
    }
    room.bytes = 10_000
    expect(unwrap(await writer.close())).toBe(80)
    expect(disk.samples()).toEqual([
      ...new Array<number>(60).fill(0),
      ...new Array<number>(10).fill(7),
      ...new Array<number>(10).fill(8),
    ])
    expect(writer.lost).toEqual([{ start: 0, end: 60 }])
  })

  it('reports what a full disk refused until the end, and writes no more than is allowed', async () => {
    const room = { bytes: 44 }
    const disk = smallDisk(room)
    const writer = createWavWriter('any', { open: disk.open })
    for (let i = 0; i < 4; i += 1) writer.write(i * 10, sound(10, i + 1))
    expect(await writer.flush()).toMatchObject({ ok: false })
    room.bytes = 10_000
    expect(unwrap(await writer.close(25 * 2))).toBe(20)
    expect(writer.lost).toEqual([{ start: 20, end: 40 }])

    const full = createWavWriter('any', { open: smallDisk({ bytes: 44 }).open })
    full.write(0, sound(10, 1))
    expect(await full.close()).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect(full.lost).toEqual([{ start: 0, end: 10 }])
  })

  it('syncs to the disk every two seconds, never twice at once, and reports a failure', async () => {
    const disk = smallDisk({ bytes: 10_000 })
    let at = 0
    let syncs = 0
    let finish: ((error?: Error) => void) | undefined
    const open = async () => ({
      ...(await disk.open()),
      datasync: () => {
        syncs += 1
        return new Promise<void>((resolve, reject) => {
          finish = (error) => (error ? reject(error) : resolve())
        })
      },
    })
    const writer = createWavWriter('any', { open, now: () => at })
    const flushAt = (ms: number) => {
      at = ms
      return writer.flush()
    }
    await flushAt(1_900)
    expect(syncs).toBe(0)
    await flushAt(2_000)
    await flushAt(5_000)
    expect(syncs).toBe(1)
    finish?.(Object.assign(new Error('EIO'), { code: 'EIO' }))
    await Promise.resolve()
    expect(await flushAt(5_100)).toMatchObject({ ok: false, error: { code: 'audio-write-failed' } })
    expect(await flushAt(7_500)).toMatchObject({ ok: true })
    expect(syncs).toBe(2)
  })

  it('writes every sample to its place, whatever the pieces', async () => {
    const chunk = fc.record({
      firstSample: fc.nat(400),
      values: fc.array(fc.integer({ min: -32_768, max: 32_767 }), { maxLength: 60 }),
      flush: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(chunk, { maxLength: 30 }), async (chunks) => {
        const disk = smallDisk({ bytes: 100_000 })
        const writer = createWavWriter('any', { open: disk.open })
        const expected: number[] = []
        for (const { firstSample, values, flush } of chunks) {
          while (expected.length < firstSample) expected.push(0)
          expected.push(...values.slice(expected.length - firstSample))
          writer.write(firstSample, pcm(...values))
          if (flush) void writer.flush()
        }
        expect(unwrap(await writer.close())).toBe(expected.length)
        expect(disk.samples()).toEqual(expected)
      }),
    )
  })
})

describe('repairWav', () => {
  it('makes a valid file wherever the writing was cut off', () => {
    const path = join(temporaryFolder(), 'microphone.wav')
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -32_768, max: 32_767 }), { maxLength: 50 }),
        fc.nat(50),
        fc.nat(144),
        (values, said, cut) => {
          const whole = Buffer.concat([wavHeader(said), pcm(...values)])
          writeFileSync(path, whole)
          truncateSync(path, Math.min(cut, whole.length))
          const kept = Math.max(0, Math.floor((Math.min(cut, whole.length) - 44) / 2))
          expect(unwrap(repairWav(path))).toBe(kept)
          expect(readWav(path)).toEqual(values.slice(0, kept))
          expect(unwrap(repairWav(path))).toBe(kept)
        },
      ),
    )
  })

  it('writes the header again if a power cut left zeros', () => {
    const path = join(temporaryFolder(), 'microphone.wav')
    writeFileSync(path, Buffer.concat([Buffer.alloc(44), pcm(1, 2)]))
    expect(unwrap(repairWav(path))).toBe(2)
    expect(readWav(path)).toEqual([1, 2])
  })

  it('does not change foreign files, and reports a missing file', () => {
    const path = join(temporaryFolder(), 'microphone.wav')
    const foreign = wavHeader(1)
    foreign.writeUInt32LE(44_100, 24)
    writeFileSync(path, foreign)
    expect(repairWav(path)).toMatchObject({ ok: false, error: { code: 'audio-write-failed' } })
    expect(readFileSync(path)).toEqual(foreign)
    expect(repairWav(`${path}.none`)).toMatchObject({ ok: false })
  })
})

describe('wavHeader', () => {
  it('stays within 32 bits for recordings past 37 hours', () => {
    const header = wavHeader(40 * 3_600 * 16_000)
    expect(header.readUInt32LE(4)).toBeLessThanOrEqual(0xffff_ffff)
    expect(header.readUInt32LE(40) % 2).toBe(0)
    expect(header.readUInt32LE(4)).toBe(header.readUInt32LE(40) + 36)
  })
})
