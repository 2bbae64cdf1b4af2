import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportText } from '../../../main/exports/text'
import { exportFile } from '../../../main/exports/write'
import { must, temporaryFolder } from '../library/folder'
import { said, transcriptOf } from './transcripts'

const transcript = transcriptOf([said('Grüße 😀', 0)])

describe('exportFile', () => {
  it('writes text as UTF-8 and replaces what was there', async () => {
    const path = join(temporaryFolder(), 'a.srt')
    writeFileSync(path, 'old')
    const job = { format: 'srt' as const, transcript, path, audioPath: () => '' }
    expect(must(await exportFile(job))).toEqual({ path })
    expect(readFileSync(path, 'utf8')).toBe(exportText('srt', transcript))
  })

  it('copies the sound', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'microphone.wav'), 'sound')
    const path = join(folder, 'out.wav')
    const audioPath = (source: string) => join(folder, `${source}.wav`)
    must(await exportFile({ format: 'wav', transcript, path, audioPath }))
    expect(readFileSync(path, 'utf8')).toBe('sound')
  })

  it('says so where there is no sound, and leaves the old file alone', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'out.wav')
    writeFileSync(path, 'old')
    const silent = transcriptOf([], [], { audio: [] })
    const job = { format: 'wav' as const, path, audioPath: () => join(folder, 'none.wav') }
    for (const each of [silent, transcript]) {
      expect(await exportFile({ ...job, transcript: each })).toMatchObject({
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
      expect(
        await exportFile({ format: 'txt', transcript, path, audioPath: () => '' }),
      ).toMatchObject({ ok: false, error: { code: 'export-failed' } })
    }
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })
})
