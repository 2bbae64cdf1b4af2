import { describe, expect, it } from 'vitest'
import { errorValue } from '../../../../common/errors'
import {
  defaultSettings,
  type EngineState,
  type KeyList,
  type RecordingStatus,
  type SourceStatus,
} from '../../../../common/model'
import {
  describeEngine,
  describeMeeting,
  describeRecording,
} from '../../../../renderer/window/side-bar/describe'
import { groupMeetings } from '../../../../renderer/window/side-bar/group-meetings'
import { keyInfo, meeting } from '../samples'

/** A local time such as 2026-11-25 10:02; noon if it is left out. */
const at = (day: string, time = '12:00') => new Date(`${day}T${time}`).getTime()
/** A Wednesday. */
const now = at('2026-11-25', '11:00')

function groups(...days: number[]) {
  return groupMeetings(
    days.map((startedAt, index) => meeting({ id: String(index), startedAt })),
    now,
  ).map((group) => [group.name, group.when, group.meetings.map(({ id }) => id).join()])
}

describe('the groups of the list', () => {
  it('goes by calendar days, weeks from Monday, and months', () => {
    expect(
      groups(
        at('2026-11-25', '00:00'),
        at('2026-11-24', '23:59'),
        at('2026-11-23'),
        at('2026-11-22'),
        at('2026-11-16', '00:00'),
        at('2026-11-15'),
        at('2026-10-31'),
        at('2025-11-30'),
      ),
    ).toEqual([
      ['Today', 'time', '0'],
      ['Yesterday', 'time', '1'],
      ['This week', 'weekday', '2'],
      ['Last week', 'weekday', '3,4'],
      ['November', 'date', '5'],
      ['October', 'date', '6'],
      ['November 2025', 'date', '7'],
    ])
  })

  it('calls Sunday of last week yesterday on a Monday', () => {
    const monday = at('2026-11-23', '09:00')
    const [group] = groupMeetings([meeting({ startedAt: at('2026-11-22') })], monday)
    expect(group?.name).toBe('Yesterday')
  })

  it('is empty without meetings', () => {
    expect(groupMeetings([], now)).toEqual([])
  })
})

describe('the second line of a row', () => {
  const startedAt = at('2026-11-25', '10:02')

  it('shows when, how long and how many speakers', () => {
    const done = meeting({ startedAt, durationMs: 92 * 60_000, speakers: ['A', 'B', 'C'] })
    expect(describeMeeting(done, 'time')).toBe('10:02 · 1 h 32 min · 3 speakers')
    expect(describeMeeting(meeting({ startedAt, speakers: ['A'] }), 'weekday')).toBe(
      'Wed · 14 min · 1 speaker',
    )
    expect(describeMeeting(meeting({ startedAt }), 'date')).toBe('25 Nov · 14 min')
  })

  it('shows what is not finished', () => {
    const line = (state: 'recording' | 'finishing' | 'interrupted') =>
      describeMeeting(meeting({ startedAt, state }), 'time')
    expect(line('recording')).toBe('10:02 · recording')
    expect(line('finishing')).toBe('10:02 · finishing')
    expect(line('interrupted')).toBe('10:02 · interrupted, 14 min')
  })

  it('shows the sources of a running recording', () => {
    const running = meeting({ startedAt, state: 'recording' })
    const line = (
      microphone: SourceStatus['state'],
      system: SourceStatus['state'],
      over: Partial<RecordingStatus> = {},
    ) =>
      describeRecording(running, 'time', {
        state: 'recording',
        meetingId: running.id,
        sources: [
          { source: 'microphone', state: microphone, label: null },
          { source: 'system', state: system, label: null },
        ],
        ...over,
      })
    expect(line('on', 'on')).toBe('10:02 · recording · Mic + System')
    expect(line('off', 'on')).toBe('10:02 · recording · System')
    expect(line('on', 'away')).toBe('10:02 · recording · Mic')
    expect(line('opening', 'off')).toBe('10:02 · recording')
    expect(line('on', 'on', { state: 'paused' })).toBe('10:02 · paused')
    expect(line('on', 'on', { meetingId: 'another' })).toBe('10:02 · recording')
  })
})

describe('the line at the bottom', () => {
  const keys = (...list: KeyList['keys']): KeyList => ({
    keys: list,
    keychain: { name: 'GNOME Keyring', error: null },
  })
  const engine: EngineState = {
    state: 'stopped',
    model: 'base',
    available: ['base', 'tiny'],
    load: null,
    delayMs: null,
    error: null,
  }
  const service = { ...defaultSettings, engine: 'service' as const }
  const check = { at: 1, durationMs: 840, error: null }

  it('names the key in use, its zone and its state', () => {
    const line = (key: KeyList['keys'][number]) => describeEngine(service, keys(key), engine)
    expect(line(keyInfo({ check }))).toBe('Work key · EU · ready')
    expect(line(keyInfo({ zone: 'default' }))).toBe('Work key · not tested')
    expect(line(keyInfo({ check: { ...check, error: errorValue('key-rejected') } }))).toBe(
      'Work key · EU · needs attention',
    )
    expect(line(keyInfo({ inUse: false }))).toBe('No key in use')
  })

  it('shows the on-device engine as ready if its model is installed', () => {
    const line = (state: Partial<EngineState>) =>
      describeEngine(defaultSettings, keys(), { ...engine, ...state })
    expect(line({})).toBe('On-device engine · ready')
    expect(line({ state: 'loading' })).toBe('On-device engine · loading')
    expect(line({ available: ['tiny'] })).toBe('On-device engine · model missing')
    expect(line({ state: 'failed' })).toBe('On-device engine · stopped')
  })
})
