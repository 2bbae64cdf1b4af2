import { writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeFile } from '../../../main/audio-files/decode-file'
import { ok } from '../../../common/errors'
import type { ImporterRequest } from '../../../common/model'
import { temporaryFolder } from '../library/folder'
import { fakePage, pcm, type Say } from '../import/page'

async function decode(
  answer: (request: ImporterRequest, say: Say, crash: () => void) => void,
  signal = new AbortController().signal,
) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'in.mp3'), 'the bytes of a file')
  const file = await open(join(folder, 'in.mp3'), 'r')
  const taken: Buffer[] = []
  const take = (pcm: Uint8Array) => {
    taken.push(Buffer.from(pcm))
    return Promise.resolve(ok(undefined))
  }
  const { port, page } = fakePage(answer)
  const shares: number[] = []
  const onShare = (share: number) => void shares.push(share)
  const restart = () => {
    taken.length = 0
    return Promise.resolve(ok(undefined))
  }
  const result = await decodeFile({
    ...{ file, size: 19, name: 'in.mp3', level: true, port, take, restart, signal, onShare },
  })
  await file.close()
  return { result, page, shares, written: () => Buffer.concat(taken) }
}

const facts = (seconds: number | null) => ({
  ...{ type: 'facts' as const, format: 'mp3', unreadable: [] },
  tags: [['title', 'Talk'] as [string, string]],
  tracks: [{ seconds }],
})
let requests = 0

describe('decodeFile', () => {
  it('gives the page the bytes that it asks for, and stores the audio', async () => {
    const bytes: string[] = []
    const { result, page, shares, written } = await decode((request, say) => {
      if (request.type === 'decode') {
        expect(request.size).toBe(19)
        say({ type: 'read', number: 7, start: 4, end: 9 })
      } else if (request.type === 'bytes') {
        expect(request.number).toBe(7)
        bytes.push(Buffer.from(request.bytes).toString())
        say(facts(4 / 16_000))
        say({ type: 'pcm', track: 0, pcm: pcm(1_000, -1_000) })
      } else if (bytes.length === 1) {
        bytes.push('')
        say({ type: 'pcm', track: 0, pcm: pcm(5, 6) })
      } else say({ type: 'done', cut: true })
    })
    expect(bytes[0]).toBe('bytes')
    expect(result).toMatchObject({ ok: true, value: { cut: true, tags: [['title', 'Talk']] } })
    expect(result.ok && result.value.tracks).toMatchObject([{ samples: 4, silent: false }])
    expect(shares).toEqual([0.5, 1])
    expect([...new Int16Array(new Uint8Array(written()).buffer)]).toEqual([1_000, -1_000, 5, 6])
    expect(page.closed).toBe(true)
  })

  it.each<[string, string, (say: Say, crash: () => void) => void]>([
    [
      'a page that cannot',
      'import-unsupported',
      (say) => say({ type: 'failed', code: 'import-unsupported', detail: 'ac3' }),
    ],
    ['a page that is killed', 'import-damaged', (_say, crash) => crash()],
    ['a message that is none', 'import-damaged', (say) => say({ type: 'open' })],
    [
      'a range outside of the file',
      'import-damaged',
      (say) => say({ type: 'read', number: 1, start: 10, end: 2_000 }),
    ],
  ])('refuses %s', async (_what, code, act) => {
    const { result, page } = await decode((request, say, crash) => {
      if (request.type === 'decode') act(say, crash)
    })
    expect(result).toMatchObject({ ok: false, error: { code } })
    expect(page.closed).toBe(true)
  })

  it('reports a track as silent if all of it is', async () => {
    const { result } = await decode((request, say) => {
      if (request.type === 'decode') {
        say(facts(null))
        say({ type: 'pcm', track: 0, pcm: pcm(0, 3, -3) })
      } else say({ type: 'done', cut: false })
    })
    expect(result.ok && result.value.tracks).toMatchObject([{ samples: 3, silent: true }])
  })

  it('stores the audio again if it follows at another level', async () => {
    const { result, written } = await decode((request, say) => {
      if (request.type === 'decode') {
        say(facts(null))
        say({ type: 'pcm', track: 0, pcm: pcm(1, 2) })
      } else if (request.type === 'taken') {
        requests += 1
        if (requests === 1) say({ type: 'restart' })
        else if (requests === 2) say({ type: 'pcm', track: 0, pcm: pcm(100, 200) })
        else say({ type: 'done', cut: false })
      }
    })
    expect(result.ok && result.value.tracks).toMatchObject([{ samples: 2, silent: false }])
    expect([...new Int16Array(new Uint8Array(written()).buffer)]).toEqual([100, 200])
  })

  it('refuses audio of a track that the file does not have', async () => {
    const { result } = await decode((request, say) => {
      if (request.type !== 'decode') return
      say(facts(null))
      say({ type: 'pcm', track: 3, pcm: pcm(1, 2) })
    })
    expect(result).toMatchObject({ ok: false, error: { code: 'import-damaged' } })
  })

  it('ends immediately when it is cancelled', async () => {
    const life = new AbortController()
    const { result, page } = await decode(() => life.abort(), life.signal)
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(page.closed).toBe(true)
  })
})
