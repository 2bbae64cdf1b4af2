import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeLink } from '../../../preload/place-link'
import { parseLink, parseOpening } from '../../../main/desktop/opening'

describe('a parley: link', () => {
  it('names a meeting, and a time of it', () => {
    expect(parseLink('parley://meeting/0f3a-1')).toEqual({ meetingId: '0f3a-1', atMs: null })
    expect(parseLink('parley://meeting/0f3a/?t=83')).toEqual({ meetingId: '0f3a', atMs: 83_000 })
  })

  it('is read as it is made', () => {
    for (const atMs of [null, 0, 83_999, 86_400_000]) {
      const place = { meetingId: '12c77068-02b3-4941-a960-275a65230e31', atMs }
      expect(parseLink(placeLink(place))).toEqual(place)
    }
  })

  it.each([
    'parley:',
    'parley://meeting/',
    'parley://meeting/../settings',
    'parley://meeting/%2e%2e',
    'parley://meeting/a/b',
    'parley://meeting/a?t=-1',
    'parley://meeting/a?t=1e9',
    'parley://meeting/a?t=1&do=delete',
    'parley://meeting/a#x',
    'parley://meeting@host/a',
    'parley://settings',
    'PARLEY://meeting/a',
    'parley://meeting/a\n--service-url=http://127.0.0.1',
    `parley://meeting/${'a'.repeat(65)}`,
    'https://meeting/a',
    'javascript:alert(1)',
  ])('is nothing else: %j', (link) => expect(parseLink(link)).toBeNull())

  it('is never more than an id and a time, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const place = parseLink(`parley://meeting/${text}`)
        expect(place === null || /^[A-Za-z0-9-]{1,64}$/.test(place.meetingId)).toBe(true)
      }),
    )
  })
})

describe('what a command line asks to open', () => {
  const folder = resolve('/home/ada')

  it('are links and files, and no switches', () => {
    const argv = [
      '--user-data-dir=/x',
      'call.mp3',
      resolve('/tmp/a b.wav'),
      'parley://meeting/m?t=5',
    ]
    expect(parseOpening(argv, folder)).toEqual({
      place: { meetingId: 'm', atMs: 5_000 },
      files: [resolve(folder, 'call.mp3'), resolve('/tmp/a b.wav')],
    })
  })

  it.skipIf(process.platform === 'win32')('are file: addresses of this computer too', () => {
    const argv = ['file:///tmp/a%20b.wav', 'file://elsewhere/c.wav', 'https://host/d.wav']
    expect(parseOpening(argv, folder).files).toEqual(['/tmp/a b.wav'])
  })

  it('is nothing where there is nothing, or nothing well-formed', () => {
    for (const argv of [[], ['--hidden'], ['parley://delete/all'], ['', 'a\0b']]) {
      expect(parseOpening(argv, folder)).toEqual({ place: null, files: [] })
    }
  })
})
