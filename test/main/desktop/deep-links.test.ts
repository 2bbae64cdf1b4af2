import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeLink } from '../../../common/deep-link'
import { parseLink, parseOpening } from '../../../main/desktop/deep-links'

describe('a parley: link', () => {
  it('names a meeting, and a time in it', () => {
    expect(parseLink('parley://meeting/0f3a-1')).toEqual({ meetingId: '0f3a-1', atMs: null })
    expect(parseLink('parley://meeting/0f3a/?t=83')).toEqual({ meetingId: '0f3a', atMs: 83_000 })
  })

  it('is read as it was made', () => {
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

  it('is never more than an id and a time, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const place = parseLink(`parley://meeting/${text}`)
        expect(place === null || /^[A-Za-z0-9-]{1,64}$/.test(place.meetingId)).toBe(true)
      }),
    )
  })
})

describe('what a command line opens', () => {
  const folder = resolve('/home/ada')
  const onDisk = [
    'c35-Standup:May.wav',
    '-notes.wav',
    '--lang=de',
    'file:a.wav',
    '🎙 v1.2 final.m4a',
  ]
  const open = (...argv: string[]) =>
    parseOpening({
      ...{ argv, folder },
      exists: (path) => onDisk.some((name) => path === resolve(folder, name)),
    })

  it('is links and files, but no switches', () => {
    const argv = [
      ...['--user-data-dir=/x', 'call.mp3', resolve('/tmp/a b.wav'), 'parley://meeting/m?t=5'],
    ]
    expect(open(...argv)).toEqual({
      place: { meetingId: 'm', atMs: 5_000 },
      files: [resolve(folder, 'call.mp3'), resolve('/tmp/a b.wav')],
    })
  })

  it.each(onDisk)('is a file that is there, whatever its name looks like: %s', (name) => {
    expect(open(name).files).toEqual([resolve(folder, name)])
    expect(open(`./${name}`).files).toEqual([resolve(folder, name)])
  })

  it('is a file that is not there, so that a sentence can say so', () => {
    expect(open('Standup:June.wav', 'v1.2').files).toEqual([
      ...[resolve(folder, 'Standup:June.wav'), resolve(folder, 'v1.2')],
    ])
  })

  it('is all that follows two dashes', () => {
    expect(open('--hidden', '--', '-gone.wav').files).toEqual([resolve(folder, '-gone.wav')])
  })

  it.skipIf(process.platform === 'win32')('is also file: URLs of this computer', () => {
    const argv = [
      ...['file:///tmp/a%20b.wav', 'file:/tmp/c.wav', 'file:notes%20d.wav'],
      ...['file://elsewhere/e.wav', 'file:%zz', 'https://host/f.wav'],
    ]
    expect(open(...argv).files).toEqual([
      ...['/tmp/a b.wav', '/tmp/c.wav', resolve(folder, 'notes d.wav')],
    ])
  })

  it('is nothing if there is nothing, or nothing well-formed', () => {
    for (const argv of [[], ['--hidden'], ['-x.wav'], ['parley://delete/all'], ['', 'a\0b']]) {
      expect(open(...argv)).toEqual({ place: null, files: [] })
    }
  })
})
