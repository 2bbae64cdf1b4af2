import { writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeFile } from '../../../main/import/decode-job'
import { ok } from '../../../preload/errors'
import type { ImporterRequest } from '../../../preload/model'
import { temporaryFolder } from '../library/folder'
import { fakePage, pcm, type Say } from './page'

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
  const result = await decodeFile({ file, size: 19, port, take, signal, onShare })
  await file.close()
  return { result, page, shares, written: () => Buffer.concat(taken) }
}

describe('decodeFile', () => {
  it('gives the page the bytes that it asks for, and takes the sound', async () => {
    const bytes: string[] = []
    const { result, page, shares, written } = await decode((request, say) => {
      if (request.type === 'decode') {
        expect(request.size).toBe(19)
        say({ type: 'read', number: 7, start: 4, end: 9 })
      } else if (request.type === 'bytes') {
        expect(request.number).toBe(7)
        bytes.push(Buffer.from(request.bytes).toString())
        say({ type: 'length', seconds: 4 / 16_000 })
        say({ type: 'pcm', pcm: pcm(1_000, -1_000) })
      } else if (bytes.length === 1) {
        bytes.push('')
        say({ type: 'pcm', pcm: pcm(5, 6) })
      } else say({ type: 'done' })
    })
    expect(bytes[0]).toBe('bytes')
    expect(result).toEqual({ ok: true, value: { samples: 4, cut: false, silent: false } })
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

  it('says what is silent from its beginning to its end', async () => {
    const { result } = await decode((request, say) => {
      if (request.type === 'decode') say({ type: 'pcm', pcm: pcm(0, 3, -3) })
      else say({ type: 'done' })
    })
    expect(result).toEqual({ ok: true, value: { samples: 3, cut: false, silent: true } })
  })

  it.each([
    [7_900, false],
    [8_100, true],
  ])('says of a file that announces %i samples more whether it is cut', async (more, cut) => {
    const { result } = await decode((request, say) => {
      if (request.type === 'decode') {
        say({ type: 'length', seconds: (2 + more) / 16_000 })
        say({ type: 'pcm', pcm: pcm(1_000, -1_000) })
      } else say({ type: 'done' })
    })
    expect(result).toEqual({ ok: true, value: { samples: 2, cut, silent: false } })
  })

  it('ends at once when it is cancelled', async () => {
    const life = new AbortController()
    const { result, page } = await decode(() => life.abort(), life.signal)
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(page.closed).toBe(true)
  })
})
