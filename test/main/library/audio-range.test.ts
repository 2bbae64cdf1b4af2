import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'node:fs/promises'
import { describe, expect, it, vi } from 'vitest'
import { parseRange, parseSoundPath, serveSound } from '../../../main/library/audio-range'
import type { Playable } from '../../../main/library/playable'
import { temporaryFolder } from './folder'

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

  it('finds nothing to give in an empty file', () => {
    expect(parseRange('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' })
    expect(parseRange('bytes=-5', 0)).toEqual({ kind: 'unsatisfiable' })
    expect(parseRange(null, 0)).toEqual(whole)
  })
})

describe('parseSoundPath', () => {
  it.each([
    ['/3f2b-9/sound', false],
    ['/3f2b-9/packed', true],
  ])('takes %s of a meeting', (path, packed) =>
    expect(parseSoundPath(path)).toEqual({ meetingId: '3f2b-9', packed }),
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
  ])('refuses %s', (path) => expect(parseSoundPath(path)).toBeNull())
})

describe('serveSound', () => {
  const file = () => {
    const path = join(temporaryFolder(), 'a.wav')
    writeFileSync(path, Buffer.from(Array.from({ length: 1_000 }, (_, i) => i % 251)))
    return path
  }
  /** A sound that is the bytes of a file; how often it was closed. */
  const openFile = async (path: string) => {
    const handle = await open(path)
    const { size } = await handle.stat()
    const closed = vi.fn(() => handle.close())
    const sound: Playable = {
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
  const serveAudio = async (path: string, range: string | null) =>
    serveSound((await openFile(path)).sound, range)
  const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer())

  it('gives a part with its place in the whole', async () => {
    const response = await serveAudio(file(), 'bytes=100-199')
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe('bytes 100-199/1000')
    expect(response.headers.get('content-length')).toBe('100')
    expect(response.headers.get('accept-ranges')).toBe('bytes')
    expect(await bytes(response)).toEqual(
      Buffer.from(Array.from({ length: 100 }, (_, i) => (100 + i) % 251)),
    )
  })

  it('gives the whole, of any size', async () => {
    const path = file()
    appendFileSync(path, Buffer.alloc(1_000_000, 3))
    const response = await serveAudio(path, null)
    expect(response.status).toBe(200)
    expect((await bytes(response)).length).toBe(1_001_000)
    writeFileSync(path, '')
    expect((await bytes(await serveAudio(path, null))).length).toBe(0)
  })

  it('keeps to the length that it gave while the file grows', async () => {
    const path = file()
    const response = await serveAudio(path, 'bytes=0-')
    appendFileSync(path, Buffer.alloc(500))
    expect((await bytes(response)).length).toBe(1_000)
    const later = await serveAudio(path, 'bytes=1000-')
    expect(later.headers.get('content-range')).toBe('bytes 1000-1499/1500')
  })

  it('refuses a range past the end, and what is not there', async () => {
    const response = await serveAudio(file(), 'bytes=5000-')
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */1000')
    expect((await serveSound(null, null)).status).toBe(404)
  })

  it('lets the player leave in the middle', async () => {
    const path = file()
    appendFileSync(path, Buffer.alloc(2_000_000))
    const { sound, closed } = await openFile(path)
    const reader = (await serveSound(sound, null)).body!.getReader()
    expect((await reader.read()).done).toBe(false)
    await reader.cancel()
    expect((await reader.read()).done).toBe(true)
    expect(closed).toHaveBeenCalledOnce()
  })

  it('closes the file at the end, after a refused range and where it cannot be read', async () => {
    const whole = await openFile(file())
    await bytes(await serveSound(whole.sound, null))
    expect(whole.closed).toHaveBeenCalledOnce()
    const beyond = await openFile(file())
    await serveSound(beyond.sound, 'bytes=5000-')
    expect(beyond.closed).toHaveBeenCalledOnce()
    const { sound, closed } = await openFile(file())
    const broken = { ...sound, read: () => Promise.reject(new Error('EIO')) }
    await expect(bytes(await serveSound(broken, null))).rejects.toThrow('EIO')
    expect(closed).toHaveBeenCalledOnce()
  })
})
