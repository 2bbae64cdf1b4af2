import { vi } from 'vitest'
import type { ErrorValue } from '../../../common/errors'
import type { ParleyBridge } from '../../../common/ipc/bridge-api'
import type { EventName } from '../../../common/ipc/channels'
import {
  defaultSettings,
  packMeetings,
  packText,
  packWords,
  type Meeting,
  type RecordingStatus,
} from '../../../common/model'
import { connect } from '../../../renderer/window/stores/main-process'
import { createParley, openParley } from '../../../renderer/window/stores/parley'
import { idle, transcript, turn } from './samples'

export interface Given {
  readonly meetings?: readonly Meeting[]
  readonly status?: RecordingStatus
  readonly recovered?: readonly string[]
  /** The answers of other calls, or other answers of the usual ones, by channel. */
  readonly answers?: Readonly<Record<string, unknown>>
  /** The failure of a call, by channel. */
  readonly refuse?: Readonly<Record<string, ErrorValue>>
  /** Runs what waits for the next frame; at once unless it is given. */
  readonly schedule?: (flush: () => void) => void
  /** Runs while main answers with the list of meetings. */
  readonly duringList?: (emit: Emit) => void
}

type Emit = (name: EventName, payload: unknown) => void

export interface Asked {
  readonly name: string
  readonly input: unknown
}

/** A window whose main answers from a table; `emit` sends an event from main. */
export async function openWindow(given: Given = {}) {
  // Nothing is painted here, so nothing waits for it.
  vi.stubGlobal('requestIdleCallback', (run: () => void) => run())
  const listeners = new Set<readonly [name: string, listener: (payload: never) => void]>()
  const calls: Asked[] = []
  const emit: Emit = (name, payload) => {
    for (const [of, listener] of listeners) if (of === name) listener(payload as never)
  }
  const answers: Record<string, unknown> = {
    'app:info': { readOnly: null },
    'bin:list': [],
    'calls:state': { isPossible: true, offer: null },
    'captions:shown': false,
    'calendar:state': { isReading: false, readAt: null, next: [], error: null },
    'calendar:people': [],
    'forgotten:state': { endAt: null, question: null },
    'consent:question': null,
    'corrections:edit': { undo: 'text', redo: null, corrected: [turn(0, '')] },
    'corrections:history': { undo: null, redo: null, corrected: [] },
    'corrections:undo': { undo: null, redo: 'text', corrected: [] },
    'deep-link:take': null,
    'devices:list': [],
    'gaps:problems': [],
    'imports:list': [],
    'usage:month': { from: 0, models: [], cents: 0, isOverLimit: false },
    'usage:meeting': [],
    'meetings:engine-use': null,
    'keys:list': { keys: [], keychain: { name: 'a keychain', error: null } },
    'models:state': { models: [], freeBytes: 82_000_000_000, cores: 2 },
    'local-engine:state': {
      state: 'ready',
      model: 'base',
      available: ['base'],
      load: null,
      delayMs: null,
      error: null,
    },
    'markdown:state': { error: null, waiting: 0 },
    'marks:list': [{ atMs: 1000 }],
    'meetings:answer-recovered': undefined,
    'meetings:get': packText(transcript([turn(0, 'Hello.')])),
    'meetings:list': packMeetings(given.meetings ?? []),
    'meetings:original': packText(transcript([turn(0, 'hallo')])),
    'meetings:recovered': given.recovered ?? [],
    'meetings:words': packWords([
      { ...turn(0, ''), words: JSON.stringify(turn(0, 'Hello.').words) },
    ]),
    'notes:get': [{ text: 'Later', atMs: null }],
    'notes:write': [{ text: 'Now', atMs: 2000 }],
    'recording:start': { meetingId: 'new' },
    'recording:status': given.status ?? idle,
    'recording:stop': undefined,
    'retranscription:state': null,
    'search:filters': { speakers: [], tags: [] },
    'settings:get': defaultSettings,
    'shortcuts:states': {},
    'shortcuts:suspend': undefined,
    'sound-check:end': undefined,
    'sound-check:start': undefined,
    'proxy:question': null,
    'update:state': { stage: 'idle', version: null, checkedAt: null, error: null },
    ...given.answers,
  }
  const bridge: ParleyBridge = {
    call: async (name, input) => {
      calls.push({ name, input })
      const error = given.refuse?.[name]
      if (error) return { ok: false, error }
      if (name === 'meetings:list') given.duringList?.(emit)
      if (!(name in answers)) throw new Error(`No channel ${name}`)
      return { ok: true, value: answers[name] as never }
    },
    send: () => undefined,
    importFiles: async () => ({ ok: true, value: undefined }),
    on: (name, listener) => {
      const entry = [name, listener] as const
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
  }
  const main = connect(bridge)
  const parley = createParley(main, given.schedule ?? ((flush) => flush()))
  await openParley(parley, main.loaded)
  return {
    parley,
    emit,
    /** Every call so far, with its input. */
    calls,
    /** The names of the calls so far. */
    asked: () => calls.map(({ name }) => name),
    close: main.close,
    listeners,
  }
}
