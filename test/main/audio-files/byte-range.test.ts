import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'node:fs/promises'
import { describe, expect, it, vi } from 'vitest'
import { parseRange, parseAudioPath, serveAudio } from '../../../main/audio-files/byte-range'
import type { AudioSource } from '../../../main/audio-files/audio-source'
import { temporaryFolder } from '../library/folder'

describe('parseRange', () => {
  const whole = { kind: 'whole' }
  const part = (start: number, end: number) => ({ kind: 'part', start, end })
  it.each([
    [null, whole],
    ['', whole],
    ['bytes=0-', part(0, 99)],
    ['bytes=10-19', part(10, 19)],
    ['Bytes = 10 - 19', part(10, 19)],
    ['bytes=90-500', part(90, 99)],
    ['bytes=-10', part(90, 99)],
    ['bytes=-500', part(0, 99)],
    ['bytes=99-99', part(99, 99)],
    ['bytes=100-', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=20-10', whole],
    ['bytes=-', whole],
    ['bytes=0-1,5-6', whole],
    ['items=0-1', whole],
    ['bytes=1e3-', whole],
    ['bytes=99999999999999999999-', whole],
  ])('reads %s', (header, expected) => {
    expect(parseRange(header, 100)).toEqual(expected)
  })

  it('returns nothing for an empty file', () => {
    expect(parseRange('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' })
    expect(parseRange('bytes=-5', 0)).toEqual({ kind: 'unsatisfiable' })
    expect(parseRange(null, 0)).toEqual(whole)
  })
})

describe('parseAudioPath', () => {
  it.each([
    ['/3f2b-9/sound', false],
    ['/3f2b-9/packed', true],
  ])('accepts %s of a meeting', (path, packed) =>
    expect(parseAudioPath(path)).toEqual({ meetingId: '3f2b-9', packed }),
  )
  it.each([
    '/../x/sound',
    '/a/b/sound',
    '/a/sound.wav',
    '/a/sound/',
    '/a/../../library.db',
    '//sound',
    '/%2e%2e/sound',
    '',
  ])('refuses %s', (path) => expect(parseAudioPath(path)).toBeNull())
})

describe('serveAudio', () => {
  const file = () => {
    const path = join(temporaryFolder(), 'a.wav')
    writeFileSync(path, Buffer.from(Array.from({ length: 1_000 }, (_, i) => i % 251)))
    return path
  }
  /** Audio that is the bytes of a file, with a count of its closings. */
  const openFile = async (path: string) => {
    const handle = await open(path)
    const { size } = await handle.stat()
    const closed = vi.fn(() => handle.close())
    const sound: AudioSource = {
      contentType: 'audio/wav',
      size,
      read: async (start, count) => {
        const { buffer, bytesRead } = await handle.read(new Uint8Array(count), 0, count, start)
        return buffer.subarray(0, bytesRead)
      },
      close: closed,
    }
    return { sound, closed }
  }
  const serve = async (path: string, range: string | null) =>
    serveAudio((await openFile(path)).sound, range)
  const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer())

  it('returns a part with its place in the whole', async () => {
    const response = await serve(file(), 'bytes=100-199')
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe('bytes 100-199/1000')
    expect(response.headers.get('content-length')).toBe('100')
    expect(response.headers.get('accept-ranges')).toBe('bytes')
    expect(await bytes(response)).toEqual(
      Buffer.from(Array.from({ length: 100 }, (_, i) => (100 + i) % 251)),
    )
  })

  it('returns the whole, of any size', async () => {
    const path = file()
    appendFileSync(path, Buffer.alloc(1_000_000, 3))
    const response = await serve(path, null)
    expect(response.status).toBe(200)
    expect((await bytes(response)).length).toBe(1_001_000)
    writeFileSync(path, '')
    expect((await bytes(await serve(path, null))).length).toBe(0)
  })

  it('keeps the announced length while the file grows', async () => {
    const path = file()
    const response = await serve(path, 'bytes=0-')
    appendFileSync(path, Buffer.alloc(500))
    expect((await bytes(response)).length).toBe(1_000)
    const later = await serve(path, 'bytes=1000-')
    expect(later.headers.get('content-range')).toBe('bytes 1000-1499/1500')
  })

  it('refuses a range past the end, and a missing file', async () => {
    const response = await serve(file(), 'bytes=5000-')
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */1000')
    expect((await serveAudio(null, null)).status).toBe(404)
  })

  it('lets the player stop in the middle', async () => {
    const path = file()
    appendFileSync(path, Buffer.alloc(2_000_000))
    const { sound, closed } = await openFile(path)
    const reader = (await serveAudio(sound, null)).body!.getReader()
    expect((await reader.read()).done).toBe(false)
    await reader.cancel()
    expect((await reader.read()).done).toBe(true)
    expect(closed).toHaveBeenCalledOnce()
  })

  it('closes the file at the end, after a refused range, and if it cannot be read', async () => {
    const whole = await openFile(file())
    await bytes(await serveAudio(whole.sound, null))
    expect(whole.closed).toHaveBeenCalledOnce()
    const beyond = await openFile(file())
    await serveAudio(beyond.sound, 'bytes=5000-')
    expect(beyond.closed).toHaveBeenCalledOnce()
    const { sound, closed } = await openFile(file())
    const broken = { ...sound, read: () => Promise.reject(new Error('EIO')) }
    await expect(bytes(await serveAudio(broken, null))).rejects.toThrow('EIO')
    expect(closed).toHaveBeenCalledOnce()
  })
})
