import { describe, expect, it } from 'vitest'
import { errorValue } from '../../../../common/errors'
import { defaultSettings } from '../../../../common/model'
import { openWindow } from '../open-window'
import { idle, meeting, turn } from '../samples'

describe('opening the window', () => {
  it('shows the recording that is running', async () => {
    const { parley } = await openWindow({
      meetings: [meeting({ state: 'recording' })],
      status: { ...idle, state: 'recording', meetingId: 'meeting', startedAt: 1 },
    })
    expect(parley.navigation.view.get()).toEqual({ screen: 'meeting', meetingId: 'meeting' })
    expect(parley.transcript.open.get().rows).toHaveLength(1)
  })

  it('keeps a meeting that arrives while the list is loading', async () => {
    const { parley } = await openWindow({
      meetings: [meeting({ id: 'old', startedAt: 1 })],
      duringList: (emit) => emit('meetings:changed', meeting({ id: 'new', startedAt: 2 })),
    })
    expect(parley.meetings.list.get()?.map(({ id }) => id)).toEqual(['new', 'old'])
  })

  it('stops listening when it is closed', async () => {
    const { close, listeners } = await openWindow({})
    expect(listeners.size).toBeGreaterThan(0)
    close()
    expect(listeners.size).toBe(0)
  })
})

describe('the check', () => {
  const listening = { state: 'listening', lengthMs: 5_000, sources: [] } as const
  const level = { source: 'system', rms: 0.1, peak: 0.3, clipped: false } as const

  it('shows levels while it listens, and forgets them when it is closed', async () => {
    const { parley, emit, asked } = await openWindow({})
    await parley.soundCheck.start()
    emit('sound-check:changed', listening)
    emit('sound-check:level', level)
    expect(parley.soundCheck.state.get()).toEqual(listening)
    expect(parley.soundCheck.levels.get()).toEqual({ system: level })
    emit('sound-check:changed', { ...listening, state: 'done' })
    expect(parley.soundCheck.levels.get()).toEqual({})
    await parley.soundCheck.end()
    expect(parley.soundCheck.state.get()).toBeNull()
    expect(asked().slice(-2)).toEqual(['sound-check:start', 'sound-check:end'])
  })

  it('shows in its panel why it cannot start', async () => {
    const { parley } = await openWindow({
      refuse: { 'sound-check:start': errorValue('already-recording') },
    })
    await parley.soundCheck.start()
    expect(parley.soundCheck.error.get()?.code).toBe('already-recording')
    expect(parley.notices.current.get()).toBeNull()
  })
})

describe('recording', () => {
  it('opens the meeting of a recording that it starts', async () => {
    const { parley } = await openWindow({})
    await parley.recording.start()
    expect(parley.navigation.view.get()).toEqual({ screen: 'meeting', meetingId: 'new' })
  })

  it('shows why it cannot start, and stays on the same screen', async () => {
    const { parley } = await openWindow({
      refuse: { 'recording:start': errorValue('no-microphone') },
    })
    await parley.recording.start()
    expect(parley.notices.current.get()?.code).toBe('no-microphone')
    expect(parley.navigation.view.get()).toEqual({ screen: 'meeting', meetingId: null })
  })

  it('starts and stops by the command of the application menu', async () => {
    const { asked, emit } = await openWindow({})
    emit('app:command', 'record-or-stop')
    emit('recording:status', { ...idle, state: 'recording', meetingId: 'new', startedAt: 1 })
    emit('app:command', 'record-or-stop')
    expect(asked().filter((name) => name.startsWith('recording:st'))).toEqual([
      'recording:status',
      'recording:start',
      'recording:stop',
    ])
  })

  it('loads the meeting again when the recording is finished', async () => {
    const { parley, asked, emit } = await openWindow({
      meetings: [meeting({ state: 'finishing' })],
    })
    await parley.meeting.open('meeting')
    emit('meetings:changed', meeting({ state: 'done' }))
    expect(asked().filter((name) => name === 'meetings:get')).toHaveLength(2)
  })

  it('opens a meeting at a word, and later without one', async () => {
    const { parley } = await openWindow({ meetings: [meeting()] })
    const at = { turn: 'session:0', word: 0 }
    await parley.meeting.open('meeting', at)
    expect(parley.meeting.target.get()).toEqual({ meetingId: 'meeting', at })
    expect(parley.transcript.open.get().rows).toMatchObject([
      { turn: { words: expect.stringContaining('Hello.') as string } },
    ])
    await parley.meeting.open('meeting')
    expect(parley.meeting.target.get()).toBeNull()
  })

  it('keeps the notes and marks of the open meeting, and of no other', async () => {
    const { parley, emit } = await openWindow({ meetings: [meeting()] })
    await parley.meeting.open('meeting')
    expect(parley.annotations.state.get()).toMatchObject({
      marks: [{ atMs: 1000 }],
      notes: [{ text: 'Later', atMs: null }],
    })
    emit('marks:changed', { meetingId: 'other', marks: [] })
    expect(parley.annotations.state.get().marks).toHaveLength(1)
    emit('marks:changed', { meetingId: 'meeting', marks: [] })
    expect(parley.annotations.state.get().marks).toEqual([])
    await parley.annotations.writeNotes('meeting', 'Now', 2000)
    expect(parley.annotations.state.get().notes).toEqual([{ text: 'Now', atMs: 2000 }])
    await parley.meeting.open(null)
    expect(parley.annotations.state.get()).toMatchObject({ meetingId: null, notes: null })
  })

  it('shows corrections as main reports them, and what can be undone', async () => {
    const { parley, emit } = await openWindow({ meetings: [meeting()] })
    await parley.meeting.open('meeting')
    expect(await parley.corrections.edit({ kind: 'text', turn: turn(0, ''), text: 'Hallo.' })).toBe(
      true,
    )
    expect(parley.corrections.state.get()).toMatchObject({ undo: 'text', redo: null })
    expect(parley.corrections.state.get().corrected).toEqual(new Set(['session:0']))
    emit('transcript:corrected', {
      meetingId: 'meeting',
      turns: JSON.stringify([turn(0, 'Hallo.')]),
      dropped: [],
      history: { undo: 'text', redo: null, corrected: [turn(0, '')] },
    })
    expect(parley.transcript.open.get().rows).toMatchObject([{ turn: { text: 'Hallo.' } }])
    await parley.corrections.loadOriginal()
    expect(parley.corrections.state.get().original).toMatchObject([{ text: 'hallo' }])
    await parley.corrections.undo()
    expect(parley.corrections.state.get()).toMatchObject({ undo: null, redo: 'text' })
  })

  it('closes a meeting that is removed', async () => {
    const { parley, emit } = await openWindow({ meetings: [meeting()] })
    await parley.meeting.open('meeting')
    emit('meetings:removed', { id: 'meeting' })
    expect(parley.meetings.list.get()).toEqual([])
    expect(parley.navigation.view.get()).toEqual({ screen: 'meeting', meetingId: null })
  })
})

describe('recovered meetings', () => {
  it('are offered until a person opens them or keeps them for later', async () => {
    const { parley, asked } = await openWindow({ recovered: ['b', 'a', 'c'] })
    await parley.recovered.keepForLater('b')
    expect(parley.recovered.ids.get()).toEqual(['a', 'c'])
    await parley.meeting.open('a')
    expect(parley.recovered.ids.get()).toEqual(['c'])
    await parley.meeting.open('another')
    expect(asked().filter((name) => name === 'meetings:answer-recovered')).toHaveLength(2)
  })
})

describe('the reason why a recording ended', () => {
  it('stays on screen if the recording could not start', async () => {
    const { parley, emit } = await openWindow({ status: { ...idle, state: 'starting' } })
    const denied = errorValue('microphone-denied')
    emit('recording:status', { ...idle, notices: [denied] })
    expect(parley.notices.current.get()).toEqual(denied)
  })
})

describe('a call that fails', () => {
  it('is a notice with the cause, not an exception, if main cannot answer', async () => {
    const { parley } = await openWindow({})
    await parley.navigation.openLink('assemblyai-keys')
    expect(parley.notices.current.get()).toMatchObject({
      code: 'internal',
      detail: 'No channel links:open',
    })
  })

  it('shows nothing if a person cancels the dialog for the file', async () => {
    const { parley } = await openWindow({ refuse: { 'meetings:export': errorValue('cancelled') } })
    expect(await parley.meeting.exportFile('meeting', defaultSettings.export)).toBeNull()
    expect(parley.notices.current.get()).toBeNull()
  })

  it('moves a meeting between the list and the bin, and closes it if it is open', async () => {
    const { parley, emit } = await openWindow({ meetings: [meeting()] })
    await parley.meeting.open('meeting')
    emit('meetings:changed', meeting({ binnedAt: 5 }))
    expect(parley.meetings.list.get()).toEqual([])
    expect(parley.bin.meetings.get().map(({ id }) => id)).toEqual(['meeting'])
    expect(parley.navigation.view.get()).toEqual({ screen: 'meeting', meetingId: null })
    emit('meetings:changed', meeting({ id: 'later', binnedAt: 9 }))
    expect(parley.bin.meetings.get().map(({ id }) => id)).toEqual(['later', 'meeting'])
    emit('meetings:changed', meeting())
    expect(parley.meetings.list.get()).toEqual([meeting()])
    emit('meetings:removed', { id: 'later' })
    expect(parley.bin.meetings.get()).toEqual([])
  })
})
