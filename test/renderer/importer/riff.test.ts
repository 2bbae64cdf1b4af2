import { describe, expect, test } from 'vitest'
import { riffFacts } from '../../../renderer/importer/riff'

interface Shape {
  readonly name?: 'RIFF' | 'RIFX' | 'RF64'
  readonly announced: number
  readonly present: number
  readonly after?: Uint8Array
  readonly before?: Uint8Array
}

function wav({ name = 'RIFF', announced, present, after, before }: Shape): Uint8Array {
  const little = name !== 'RIFX'
  const head = new Uint8Array(44)
  const view = new DataView(head.buffer)
  const text = (at: number, word: string) =>
    new TextEncoder().encode(word).forEach((letter, index) => view.setUint8(at + index, letter))
  text(0, name)
  text(8, 'WAVE')
  text(12, 'fmt ')
  view.setUint32(16, 16, little)
  text(36, 'data')
  view.setUint32(40, announced, little)
  // Sound that looks like no chunk.
  const sound = new Uint8Array(present).fill(0x9c)
  return new Uint8Array([...(before ?? []), ...head, ...sound, ...(after ?? [])])
}

function isWrong(shape: Shape): boolean {
  const bytes = wav(shape)
  return riffFacts(bytes.length, (from, length) => bytes.subarray(from, from + length)).ignoreLength
}

const list = new Uint8Array([...new TextEncoder().encode('LIST'), 4, 0, 0, 0, 1, 2, 3, 4])

describe('the length in the header of a WAV', () => {
  test('is right if the sound ends with the file or with another chunk', () => {
    expect(isWrong({ announced: 400, present: 400 })).toBe(false)
    expect(isWrong({ announced: 400, present: 400, after: list })).toBe(false)
    expect(isWrong({ name: 'RIFX', announced: 400, present: 400 })).toBe(false)
    expect(isWrong({ announced: 401, present: 402 })).toBe(false)
  })

  test('is wrong if a recorder never wrote it, or wrote an earlier one', () => {
    expect(isWrong({ announced: 0, present: 400 })).toBe(true)
    expect(isWrong({ announced: 100, present: 400 })).toBe(true)
    expect(isWrong({ name: 'RIFX', announced: 100, present: 400 })).toBe(true)
    const tag = new Uint8Array([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, 2, 0, 0])
    expect(isWrong({ announced: 100, present: 400, before: tag })).toBe(true)
  })

  test('shows that a WAV was cut off, unless nobody knew its length', () => {
    const isCut = (announced: number) => {
      const bytes = wav({ announced, present: 400 })
      return riffFacts(bytes.length, (from, length) => bytes.subarray(from, from + length)).isCut
    }
    expect([4_000, 400, 444, 0, 0xffffffff, 0x7fffffff].map(isCut)).toEqual([
      ...[true, false, false, false, false, false],
    ])
  })

  test('says nothing of a file that was cut off, or that is no WAV', () => {
    expect(isWrong({ announced: 4_000, present: 400 })).toBe(false)
    expect(isWrong({ announced: 0xffffffff, present: 400 })).toBe(false)
    const other = new TextEncoder().encode('OggS and more than twelve bytes')
    expect(riffFacts(other.length, (from, length) => other.subarray(from, from + length))).toEqual({
      ...{ ignoreLength: false, bigEndian: false, isAvi: false, isCut: false },
    })
  })
})
