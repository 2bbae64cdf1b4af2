import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toSrt } from '../../../main/exports/srt'
import { exportFile, type ExportJob } from '../../../main/exports/write'
import { wavHeader } from '../../../main/library/wav-header'
import { must, temporaryFolder } from '../library/folder'
import { all, said, transcriptOf } from './transcripts'

const transcript = transcriptOf([said('Grüße 😀', 0)])
const choice = { ...all, format: 'srt', sound: 'mix' } as const

function job(path: string, over: Partial<ExportJob> = {}): ExportJob {
  return { choice, transcript, path, beside: { notes: [], marks: [] }, sounds: {}, ...over }
}

function wav(path: string, samples: readonly number[]): string {
  writeFileSync(
    path,
    Buffer.concat([wavHeader(samples.length), Buffer.from(new Int16Array(samples).buffer)]),
  )
  return path
}

const samplesOf = (path: string) => {
  const bytes = readFileSync(path)
  expect(bytes.subarray(0, 44)).toEqual(wavHeader((bytes.length - 44) / 2))
  return Array.from({ length: (bytes.length - 44) / 2 }, (_, i) => bytes.readInt16LE(44 + i * 2))
}

describe('exportFile', () => {
  it('writes text as UTF-8 and replaces what was there', async () => {
    const path = join(temporaryFolder(), 'a.srt')
    writeFileSync(path, 'old')
    expect(must(await exportFile(job(path)))).toEqual({ path })
    expect(readFileSync(path, 'utf8')).toBe(toSrt(transcript, true))
  })

  it('copies the sound', async () => {
    const folder = temporaryFolder()
    const sounds = { microphone: wav(join(folder, 'microphone.wav'), [1, 2, 3]) }
    const path = join(folder, 'out.wav')
    must(await exportFile(job(path, { choice: { ...choice, format: 'wav' }, sounds })))
    expect(samplesOf(path)).toEqual([1, 2, 3])
  })

  it.each([
    ['mix', [11, 32_767, -32_768, 4]],
    ['microphone', [1, 30_000, -30_000]],
    ['system', [10, 30_000, -30_000, 4]],
  ] as const)('of two sounds it writes %s', async (sound, expected) => {
    const folder = temporaryFolder()
    const sounds = {
      microphone: wav(join(folder, 'microphone.wav'), [1, 30_000, -30_000]),
      system: wav(join(folder, 'system.wav'), [10, 30_000, -30_000, 4]),
    }
    const both = transcriptOf([], [], {
      audio: [
        { source: 'microphone', samples: 3 },
        { source: 'system', samples: 4 },
      ],
    })
    const path = join(folder, 'out.wav')
    const chosen = { ...choice, format: 'wav', sound } as const
    must(await exportFile(job(path, { choice: chosen, transcript: both, sounds })))
    expect(samplesOf(path)).toEqual(expected)
  })

  it('says so where there is no sound, and leaves the old file alone', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'out.wav')
    writeFileSync(path, 'old')
    const silent = transcriptOf([], [], { audio: [] })
    const sounds = { microphone: join(folder, 'none.wav') }
    for (const each of [silent, transcript]) {
      const over = { choice: { ...choice, format: 'wav' }, transcript: each, sounds } as const
      expect(await exportFile(job(path, over))).toMatchObject({
        ok: false,
        error: { code: 'export-failed' },
      })
    }
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['out.wav'])
  })

  it('says so where nothing can be written there', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'a.txt'))
    for (const path of [join(folder, 'none', 'a.txt'), join(folder, 'a.txt')]) {
      expect(await exportFile(job(path))).toMatchObject({
        ok: false,
        error: { code: 'export-failed' },
      })
    }
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })
})
