import { describe, expect, it } from 'vitest'
import { binMs } from '../../../main/library/bin'
import { openLibrary } from '../../../main/library/library'
import { meetingOf, temporaryFolder, unwrap } from './folder'

const begin = Date.UTC(2026, 10, 29)
const year = 365 * 24 * 3_600_000

/** A library whose wall clock is years behind the time by which things become old. */
function setUp(folder = temporaryFolder()) {
  const time = { wall: begin - 3 * year, retention: begin }
  const library = unwrap(
    openLibrary({ folder, now: () => time.wall, retentionNow: () => time.retention }),
  )
  return { folder, time, library }
}

const timeOf = ({ library }: ReturnType<typeof setUp>, id = 'meeting-1') =>
  unwrap(library.received.times()).get(id)

describe('when audio was received', () => {
  it('is the end of its recording, once and for all, whatever date the computer shows', () => {
    const rig = setUp()
    unwrap(rig.library.meetings.create(meetingOf({ startedAt: rig.time.wall })))
    expect(timeOf(rig)).toBeUndefined()
    rig.time.retention += 3_600_000
    unwrap(rig.library.meetings.setState('meeting-1', 'done'))
    expect(timeOf(rig)).toBe(begin + 3_600_000)
    rig.time.retention += 1_000
    unwrap(rig.library.meetings.setState('meeting-1', 'done'))
    expect(timeOf(rig)).toBe(begin + 3_600_000)
    rig.library.close()
  })

  it('is the import of an old file, not its date', () => {
    const rig = setUp()
    const old = meetingOf({ startedAt: begin - 10 * year })
    unwrap(rig.library.addImported(old, [{ source: 'file', samples: 16_000 }]))
    expect(timeOf(rig)).toBe(begin)
    rig.library.close()
  })

  it('is the start that found a recording without an end', () => {
    const rig = setUp()
    unwrap(rig.library.meetings.create(meetingOf()))
    rig.library.close()
    const next = setUp(rig.folder)
    expect(timeOf(next)).toBe(begin)
    next.library.close()
  })
})

describe('the bin', () => {
  it('keeps a meeting for 30 days, whatever date the computer shows', async () => {
    const rig = setUp()
    unwrap(rig.library.meetings.create(meetingOf()))
    unwrap(rig.library.meetings.setState('meeting-1', 'done'))
    unwrap(rig.library.bin.put('meeting-1'))
    expect(unwrap(rig.library.meetings.listBin())).toMatchObject([{ binnedAt: rig.time.wall }])
    rig.time.wall = begin
    rig.time.retention += binMs - 1
    expect(unwrap(await rig.library.bin.empty('old'))).toEqual([])
    rig.time.retention += 1
    expect(unwrap(await rig.library.bin.empty('old'))).toEqual(['meeting-1'])
    rig.library.close()
  })
})
