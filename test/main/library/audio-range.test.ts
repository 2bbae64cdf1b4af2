import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseAudioPath, parseRange, serveAudio } from '../../../main/library/audio-range'
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

describe('parseAudioPath', () => {
  it('takes a meeting and a source', () => {
    expect(parseAudioPath('/3f2b-9/microphone.wav')).toEqual({
      meetingId: '3f2b-9',
      source: 'microphone',
    })
  })
  it.each([
    '/../x/microphone.wav',
    '/a/b/microphone.wav',
    '/a/camera.wav',
    '/a/system.mp3',
    '//system.wav',
    '/%2e%2e/system.wav',
    '',
  ])('refuses %s', (path) => expect(parseAudioPath(path)).toBeNull())
})

describe('serveAudio', () => {
  const file = () => {
    const path = join(temporaryFolder(), 'a.wav')
    writeFileSync(path, Buffer.from(Array.from({ length: 1_000 }, (_, i) => i % 251)))
    return path
  }
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
    expect((await serveAudio('/nonexistent/a.wav', null)).status).toBe(404)
  })

  it('lets the player leave in the middle', async () => {
    const path = file()
    appendFileSync(path, Buffer.alloc(2_000_000))
    const reader = (await serveAudio(path, null)).body!.getReader()
    expect((await reader.read()).done).toBe(false)
    await reader.cancel()
    expect((await reader.read()).done).toBe(true)
  })
})
