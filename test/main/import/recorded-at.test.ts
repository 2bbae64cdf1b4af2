import { describe, expect, test } from 'vitest'
import { recordedAt } from '../../../main/import/recorded-at'

const writtenAt = new Date(2026, 10, 20, 9, 30).getTime()
const may12 = new Date(2024, 4, 12, 10, 0).getTime()
const at = (tags: readonly (readonly [string, string])[], path = '/tmp/call.m4a') =>
  recordedAt({ tags, path, writtenAt })

describe('when a recording was made', () => {
  test('comes from the tags, with their time zone', () => {
    const utc = Date.UTC(2024, 4, 12, 10, 0)
    expect(at([['creation_time', '2024-05-12T10:00:00.000000Z']])).toBe(utc)
    expect(at([['date', '2024-05-12T12:00:00+0200']])).toBe(utc)
    expect(at([['com.apple.quicktime.creationdate', '2024-05-12T05:30:00-04:30']])).toBe(utc)
  })

  test('without a zone is the time of this computer', () => {
    expect(at([['date', '2024-05-12 10:00:00']])).toBe(may12)
  })

  test('takes day and time of day of a broadcast WAV together', () => {
    expect(
      at([
        ['date', '2024-05-12'],
        ['creation_time', '10:00:00'],
      ]),
    ).toBe(may12)
  })

  test('takes the time of day from the name, then from the disk, if a tag has only the day', () => {
    expect(at([['date', '2024-05-12']])).toBe(new Date(2024, 4, 12, 9, 30).getTime())
    expect(at([['date', '2024-05-12']], '/tmp/20240512_100000.m4a')).toBe(may12)
  })

  test.each([
    ['20240512_100000.m4a', may12],
    ['Call 2024-05-12 10-00.wav', may12],
    ['Recording 2024-05-12 at 10.00.00.m4a', may12],
    ['2024.05.12 10.00 Team.mp3', may12],
    ['PTT-20240512-WA0003.opus', new Date(2024, 4, 12, 9, 30).getTime()],
  ])('comes from the name %s', (name, expected) => {
    expect(at([], `/tmp/${name}`)).toBe(expected)
  })

  test.each([
    [[['creation_time', '1904-01-01T00:00:00.000000Z']]],
    [[['creation_time', '1970-01-01T00:00:00.000000Z']]],
    [[['date', '2024']]],
    [[['date', '2024-13-45']]],
    [[['date', 'yesterday']]],
  ] as const)('comes from the disk if nothing else is sensible: %j', (tags) => {
    expect(at(tags, '/tmp/1234567890123.wav')).toBe(writtenAt)
  })
})
