import { describe, expect, it } from 'vitest'
import type { ParleyBridge } from '../../../../preload/bridge-api'
import type { EventName } from '../../../../preload/contract'
import { errorValue, type ErrorValue } from '../../../../preload/errors'
import {
  defaultSettings,
  packText,
  packWords,
  type Meeting,
  type RecordingStatus,
} from '../../../../preload/model'
import { createAsk } from '../../../../renderer/shared/ask'
import { createActions } from '../../../../renderer/window/stores/actions'
import { connect } from '../../../../renderer/window/stores/connect'
import { createStores } from '../../../../renderer/window/stores/stores'
import { meeting, transcript, turn } from '../samples'

const idle: RecordingStatus = {
  state: 'idle',
  meetingId: null,
  startedAt: null,
  elapsedMs: 0,
  sources: [],
  engine: 'on-device',
  connection: null,
  delayMs: null,
  savedAt: null,
  notices: [],
}

/** A window over a main that answers from a table; `emit` is main speaking. */
async function openWindow(given: {
  meetings?: Meeting[]
  status?: RecordingStatus
  recovered?: string[]
  start?: ErrorValue
  duringList?: (emit: (name: EventName, payload: unknown) => void) => void
}) {
  const listeners = new Map<string, (payload: never) => void>()
  const asked: string[] = []
  const emit = (name: EventName, payload: unknown) => listeners.get(name)?.(payload as never)
  const answers: Record<string, () => unknown> = {
    'update:state': () => ({ stage: 'idle', version: null, checkedAt: null, error: null }),
    'app:asked-place': () => null,
    'settings:get': () => defaultSettings,
    'keys:list': () => ({ keys: [], keychain: { name: 'a keychain', error: null } }),
    'engine:state': () => ({
      state: 'ready',
      model: 'base',
      available: ['base'],
      load: null,
      error: null,
    }),
    'app:info': () => ({ readOnly: null }),
    'devices:list': () => [],
    'bin:list': () => [],
    'imports:list': () => [],
    'again:state': () => null,
    'captions:shown': () => false,
    'markdown:state': () => ({ error: null, waiting: 0 }),
    'meetings:list': () => {
      given.duringList?.(emit)
      return given.meetings ?? []
    },
    'meetings:recovered': () => given.recovered ?? [],
    'meetings:answer-recovered': () => undefined,
    'recording:status': () => given.status ?? idle,
    'recording:start': () => ({ meetingId: 'new' }),
    'recording:stop': () => undefined,
    'meetings:get': () => packText(transcript([turn(0, 'Hello.')])),
    'meetings:words': () =>
      packWords([{ ...turn(0, ''), words: JSON.stringify(turn(0, 'Hello.').words) }]),
    'check:start': () => undefined,
    'check:end': () => undefined,
    'meetings:original': () => packText(transcript([turn(0, 'hallo')])),
    'corrections:history': () => ({ undo: null, redo: null, corrected: [] }),
    'corrections:edit': () => ({ undo: 'text', redo: null, corrected: [turn(0, '')] }),
    'corrections:undo': () => ({ undo: null, redo: 'text', corrected: [] }),
    'marks:list': () => [{ atMs: 1000 }],
    'notes:get': () => [{ text: 'Later', atMs: null }],
    'notes:write': () => [{ text: 'Now', atMs: 2000 }],
  }
  const bridge: ParleyBridge = {
    call: async (name) => {
      asked.push(name)
      const begins = name === 'recording:start' || name === 'check:start'
      if (begins && given.start) return { ok: false, error: given.start }
      const answer = answers[name]
      if (!answer) throw new Error(`No channel ${name}`)
      return { ok: true, value: answer() as never }
    },
    send: () => undefined,
    importFiles: async () => ({ ok: true, value: undefined }),
    on: (name, listener) => {
      listeners.set(name, listener)
      return () => listeners.delete(name)
    },
  }
  const ask = createAsk(bridge)
  const stores = createStores(ask, (flush) => flush())
  const actions = createActions(ask, stores, bridge)
  const stop = await connect(bridge, stores, actions)
  return { stores, actions, emit, asked, stop, listeners }
}

describe('opening the window', () => {
  it('comes back to the recording that is running', async () => {
    const { stores } = await openWindow({
      meetings: [meeting({ state: 'recording' })],
      status: { ...idle, state: 'recording', meetingId: 'meeting', startedAt: 1 },
    })
    expect(stores.view.get()).toEqual({ screen: 'meeting', meetingId: 'meeting' })
    expect(stores.transcript.open.get().rows).toHaveLength(1)
  })

  it('keeps a meeting that came while the list was on its way', async () => {
    const { stores } = await openWindow({
      meetings: [meeting({ id: 'old', startedAt: 1 })],
      duringList: (emit) => emit('meetings:changed', meeting({ id: 'new', startedAt: 2 })),
    })
    expect(stores.meetings.get()?.map(({ id }) => id)).toEqual(['new', 'old'])
  })

  it('stops listening', async () => {
    const { stop, listeners } = await openWindow({})
    expect(listeners.size).toBeGreaterThan(0)
    stop()
    expect(listeners.size).toBe(0)
  })
})

describe('the check', () => {
  const listening = { state: 'listening', lengthMs: 5_000, sources: [] } as const
  const level = { source: 'system', rms: 0.1, peak: 0.3, clipped: false } as const

  it('shows levels while it listens, and forgets all of it when it is closed', async () => {
    const { stores, actions, emit, asked } = await openWindow({})
    await actions.startCheck()
    emit('check:changed', listening)
    emit('check:level', level)
    expect(stores.check.get()).toEqual(listening)
    expect(stores.checkLevels.get()).toEqual({ system: level })
    emit('check:changed', { ...listening, state: 'done' })
    expect(stores.checkLevels.get()).toEqual({})
    await actions.endCheck()
    expect(stores.check.get()).toBeNull()
    expect(asked.slice(-2)).toEqual(['check:start', 'check:end'])
  })

  it('says in its panel why it cannot begin, until it can', async () => {
    const { stores, actions } = await openWindow({ start: errorValue('already-recording') })
    await actions.startCheck()
    expect(stores.checkError.get()?.code).toBe('already-recording')
    expect(stores.notice.get()).toBeNull()
  })
})

describe('recording', () => {
  it('opens the meeting that it starts', async () => {
    const { stores, actions } = await openWindow({})
    await actions.startRecording()
    expect(stores.view.get()).toEqual({ screen: 'meeting', meetingId: 'new' })
  })

  it('says why it cannot start, and stays where it is', async () => {
    const { stores, actions } = await openWindow({ start: errorValue('no-microphone') })
    await actions.startRecording()
    expect(stores.notice.get()?.code).toBe('no-microphone')
    expect(stores.view.get()).toEqual({ screen: 'meeting', meetingId: null })
  })

  it('starts and stops by the command of the menu', async () => {
    const { asked, emit } = await openWindow({})
    emit('app:command', 'record-or-stop')
    emit('recording:status', { ...idle, state: 'recording', meetingId: 'new', startedAt: 1 })
    emit('app:command', 'record-or-stop')
    expect(asked.filter((name) => name.startsWith('recording:st'))).toEqual([
      'recording:status',
      'recording:start',
      'recording:stop',
    ])
  })

  it('reads the meeting again when it is closed', async () => {
    const { actions, asked, emit } = await openWindow({
      meetings: [meeting({ state: 'finishing' })],
    })
    await actions.openMeeting('meeting')
    emit('meetings:changed', meeting({ state: 'done' }))
    expect(asked.filter((name) => name === 'meetings:get')).toHaveLength(2)
  })

  it('opens a meeting at a place, and elsewhere at none', async () => {
    const { stores, actions } = await openWindow({ meetings: [meeting()] })
    const at = { turn: 'session:0', word: 0 }
    await actions.openMeeting('meeting', at)
    expect(stores.goTo.get()).toEqual({ meetingId: 'meeting', at })
    expect(stores.transcript.open.get().rows).toMatchObject([
      { turn: { words: expect.stringContaining('Hello.') as string } },
    ])
    await actions.openMeeting('meeting')
    expect(stores.goTo.get()).toBeNull()
  })

  it('has what stands beside the words of the open meeting, and of no other', async () => {
    const { stores, actions, emit } = await openWindow({ meetings: [meeting()] })
    await actions.openMeeting('meeting')
    await actions.readBeside('meeting')
    expect(stores.beside.get()).toMatchObject({
      marks: [{ atMs: 1000 }],
      notes: [{ text: 'Later', atMs: null }],
    })
    emit('marks:changed', { meetingId: 'other', marks: [] })
    expect(stores.beside.get().marks).toHaveLength(1)
    emit('marks:changed', { meetingId: 'meeting', marks: [] })
    expect(stores.beside.get().marks).toEqual([])
    await actions.writeNotes('meeting', 'Now', 2000)
    expect(stores.beside.get().notes).toEqual([{ text: 'Now', atMs: 2000 }])
    await actions.openMeeting(null)
    expect(stores.beside.get()).toMatchObject({ meetingId: null, notes: null })
  })

  it('shows corrections as main tells them, and what can be taken back', async () => {
    const { stores, actions, emit } = await openWindow({ meetings: [meeting()] })
    await actions.openMeeting('meeting')
    expect(await actions.edit({ kind: 'text', turn: turn(0, ''), text: 'Hallo.' })).toBe(true)
    expect(stores.beside.get()).toMatchObject({ undo: 'text', redo: null })
    expect(stores.beside.get().corrected).toEqual(new Set(['session:0']))
    emit('transcript:corrected', {
      meetingId: 'meeting',
      turns: JSON.stringify([turn(0, 'Hallo.')]),
      dropped: [],
      history: { undo: 'text', redo: null, corrected: [turn(0, '')] },
    })
    expect(stores.transcript.open.get().rows).toMatchObject([{ turn: { text: 'Hallo.' } }])
    await actions.readHeard()
    expect(stores.beside.get().heard).toMatchObject([{ text: 'hallo' }])
    await actions.undo()
    expect(stores.beside.get()).toMatchObject({ undo: null, redo: 'text' })
  })

  it('leaves a meeting that is removed', async () => {
    const { stores, actions, emit } = await openWindow({ meetings: [meeting()] })
    await actions.openMeeting('meeting')
    emit('meetings:removed', { id: 'meeting' })
    expect(stores.meetings.get()).toEqual([])
    expect(stores.view.get()).toEqual({ screen: 'meeting', meetingId: null })
  })
})

describe('meetings that were not closed', () => {
  it('are offered until they are opened, or kept for later', async () => {
    const { stores, actions, asked } = await openWindow({ recovered: ['b', 'a', 'c'] })
    await actions.keepForLater('b')
    expect(stores.recovered.get()).toEqual(['a', 'c'])
    await actions.openMeeting('a')
    expect(stores.recovered.get()).toEqual(['c'])
    await actions.openMeeting('another')
    expect(asked.filter((name) => name === 'meetings:answer-recovered')).toHaveLength(2)
  })
})

describe('why a recording ended', () => {
  it('stays to be read where it could not begin', async () => {
    const { stores, emit } = await openWindow({ status: { ...idle, state: 'starting' } })
    const denied = errorValue('microphone-denied')
    emit('recording:status', { ...idle, notices: [denied] })
    expect(stores.notice.get()).toEqual(denied)
  })
})

describe('a call that main cannot answer', () => {
  it('is a failure with its cause, not an exception', async () => {
    const { stores, actions } = await openWindow({})
    await actions.openLink('assemblyai-keys')
    expect(stores.notice.get()).toMatchObject({
      code: 'internal',
      detail: 'No channel links:open',
    })
  })

  it('says nothing when somebody closes the question where to save', async () => {
    const { stores } = await openWindow({})
    const actions = createActions(
      async () => ({ ok: false, error: errorValue('cancelled') }),
      stores,
      { importFiles: async () => ({ ok: true, value: undefined }) },
    )
    expect(await actions.exportMeeting('meeting', defaultSettings.export)).toBeNull()
    expect(stores.notice.get()).toBeNull()
  })

  it('moves a meeting between the list and the bin, and closes it where it was open', async () => {
    const { stores, actions, emit } = await openWindow({ meetings: [meeting()] })
    await actions.openMeeting('meeting')
    emit('meetings:changed', meeting({ binnedAt: 5 }))
    expect(stores.meetings.get()).toEqual([])
    expect(stores.bin.get().map(({ id }) => id)).toEqual(['meeting'])
    expect(stores.view.get()).toEqual({ screen: 'meeting', meetingId: null })
    emit('meetings:changed', meeting({ id: 'later', binnedAt: 9 }))
    expect(stores.bin.get().map(({ id }) => id)).toEqual(['later', 'meeting'])
    emit('meetings:changed', meeting())
    expect(stores.meetings.get()).toEqual([meeting()])
    emit('meetings:removed', { id: 'later' })
    expect(stores.bin.get()).toEqual([])
  })
})
