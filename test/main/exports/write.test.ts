import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { consentWords } from '../../../main/exports/header'
import { toSrt } from '../../../main/exports/srt'
import { exportFile, type ExportJob } from '../../../main/exports/write'
import { wavHeader } from '../../../main/audio-files/wav-header'
import { unwrap, temporaryFolder } from '../library/folder'
import { all, said, transcriptOf } from './transcripts'

const transcript = transcriptOf([said('Grüße 😀', 0)])
const choice = { ...all, format: 'srt', sound: 'mix' } as const

function job(path: string, over: Partial<ExportJob> = {}): ExportJob {
  return {
    choice,
    transcript,
    path,
    annotations: { notes: [], marks: [] },
    silent: [],
    audioPaths: {},
    ...over,
  }
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
    expect(unwrap(await exportFile(job(path)))).toEqual({ path })
    expect(readFileSync(path, 'utf8')).toBe(toSrt(transcript, true))
  })

  it('accepts a name of 255 bytes', async () => {
    const path = join(temporaryFolder(), `${'ü'.repeat(125)}n.srt`)
    expect(Buffer.byteLength(basename(path))).toBe(255)
    unwrap(await exportFile(job(path)))
    expect(readFileSync(path, 'utf8')).toBe(toSrt(transcript, true))
  })

  it.skipIf(process.platform === 'win32')(
    'writes the target of a link and keeps the link',
    async () => {
      const folder = temporaryFolder()
      mkdirSync(join(folder, 'elsewhere'))
      const [link, target] = [join(folder, 'a.srt'), join(folder, 'elsewhere', 'real.srt')]
      symlinkSync(join('elsewhere', 'real.srt'), link)
      for (const before of [null, 'old']) {
        if (before !== null) writeFileSync(target, before)
        unwrap(await exportFile(job(link)))
        expect(lstatSync(link).isSymbolicLink()).toBe(true)
        expect(readFileSync(target, 'utf8')).toBe(toSrt(transcript, true))
      }
      expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['real.srt'])
    },
  )

  it('copies the audio', async () => {
    const folder = temporaryFolder()
    const sounds = { microphone: wav(join(folder, 'microphone.wav'), [1, 2, 3]) }
    const path = join(folder, 'out.wav')
    unwrap(
      await exportFile(job(path, { choice: { ...choice, format: 'wav' }, audioPaths: sounds })),
    )
    expect(samplesOf(path)).toEqual([1, 2, 3])
  })

  it('says in a comment of the audio when and how consent was noted', async () => {
    const folder = temporaryFolder()
    const sounds = { microphone: wav(join(folder, 'microphone.wav'), [1, 2, 3]) }
    const path = join(folder, 'out.wav')
    const consent = { notedAt: Date.UTC(2026, 2, 10, 9), how: 'written' } as const
    const agreed = { ...transcript, meeting: { ...transcript.meeting, consent } }
    const wanted = { choice: { ...choice, format: 'wav' as const }, audioPaths: sounds }
    unwrap(await exportFile(job(path, { ...wanted, transcript: agreed })))
    const bytes = readFileSync(path)
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8)
    expect(bytes.readUInt32LE(40)).toBe(6)
    const list = bytes.subarray(50)
    expect(list.toString('latin1', 0, 4)).toBe('LIST')
    expect(list.readUInt32LE(4)).toBe(list.length - 8)
    expect(list.toString('latin1', 8, 16)).toBe('INFOICMT')
    const comment = list.toString('utf8', 20, 20 + list.readUInt32LE(16) - 1)
    expect(comment).toBe(consentWords(agreed.meeting, undefined))
    expect(comment).toContain('2026')
  })

  it('has the tags as keywords of the audio, beside the comment', async () => {
    const folder = temporaryFolder()
    const sounds = { microphone: wav(join(folder, 'microphone.wav'), [1, 2, 3]) }
    const path = join(folder, 'out.wav')
    const consent = { notedAt: Date.UTC(2026, 2, 10, 9), how: 'written' } as const
    const meeting = { ...transcript.meeting, tags: ['Besuch', 'Köln'] }
    const wanted = { choice: { ...choice, format: 'wav' as const }, audioPaths: sounds }
    for (const known of [meeting, { ...meeting, consent }]) {
      unwrap(
        await exportFile(job(path, { ...wanted, transcript: { ...transcript, meeting: known } })),
      )
      const bytes = readFileSync(path)
      expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8)
      const info = bytes.subarray(50)
      expect(info.readUInt32LE(4)).toBe(info.length - 8)
      const at = info.indexOf('IKEY', 0, 'latin1')
      expect(at % 2).toBe(0)
      const keywords = info.toString('utf8', at + 8, at + 8 + info.readUInt32LE(at + 4))
      expect(keywords).toBe('Besuch; Köln\0')
    }
  })

  it.each([
    ['mix', [11, 32_767, -32_768, 4]],
    ['microphone', [1, 30_000, -30_000]],
    ['system', [10, 30_000, -30_000, 4]],
  ] as const)('writes %s of two audio files', async (sound, expected) => {
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
    unwrap(await exportFile(job(path, { choice: chosen, transcript: both, audioPaths: sounds })))
    expect(samplesOf(path)).toEqual(expected)
  })

  it('reports missing audio, and does not change the old file', async () => {
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

  it('reports that nothing can be written there', async () => {
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
