import { randomBytes } from 'node:crypto'
import { basename, join } from 'node:path'
import { wallNow } from '../../common/clock'
import { fail, ok, type Result } from '../../common/errors'
import type { Meeting, PeopleCount, Settings, Turn } from '../../common/model'
import type { AudioAccess } from '../audio-storage'
import type { CallHandlers, Events } from '../boundary'
import type { Library } from '../library'
import type { SpeakerModels, VoiceEngine } from '../local-engine'
import { createLog } from '../platform'
import { describeSpeaker } from './keep-voice'
import { knownVoices } from './known-voices'
import { createLiveLabels } from './live-labels'
import { labelPeople, sourceToTellApart } from './people-of-meeting'
import { openSuggestions, suggestionsFor } from './suggestions'
import { openVoiceStore } from './voice-store'

interface Setup {
  readonly events: Events
  readonly library: Library
  readonly settings: { get(): Settings }
  readonly localEngine: { readonly voices: VoiceEngine }
  readonly audioStorage: { readonly holdAudio: AudioAccess['hold'] }
  /** Returns the models for speakers on this computer, or null if there are none. */
  readonly speakerModels: () => SpeakerModels | null
  readonly dataFolder: string
}

/**
 * Tells the people of each meeting that is transcribed on this computer apart, if a person has
 * downloaded the models for it and left it switched on: turns get a label while it is recorded where
 * the voice is clear, and all of them when it is over. Keeps voices where a person asks for it.
 */
export function setupSpeakers(setup: Setup) {
  const { events, library, settings, audioStorage, speakerModels } = setup
  const { voices: engine } = setup.localEngine
  const log = createLog('speakers')
  const store = openVoiceStore(join(setup.dataFolder, 'voices'))
  const suggestions = openSuggestions(join(setup.dataFolder, 'known-voices.json'))
  const recorded = new Set<string>()
  let work = Promise.resolve<unknown>(undefined)
  let stopped = false

  /** Whether a meeting of this engine is told apart, and with which models. */
  const modelsFor = (kind: Meeting['engine']) =>
    kind === 'on-device' && settings.get().deviceSpeakers.on ? speakerModels() : null

  function countOf(id: string): PeopleCount {
    const brief = library.briefs.get(id)
    const most = brief.ok ? brief.value.maxSpeakers : null
    return most === null ? settings.get().deviceSpeakers.count : { most, exact: false }
  }

  const tell = (meetingId: string) => (turn: Turn) =>
    events.emit('transcript:turn', { meetingId, turn })

  const describe = async (pieces: readonly Uint8Array[]) => {
    const models = speakerModels()
    return models === null ? fail('speakers-missing') : engine.describe(pieces, models)
  }

  const live = createLiveLabels({
    library,
    describe,
    onLabelled: (meetingId, turn) => tell(meetingId)(turn),
    onFailure: (code) => log.warn('a turn got no label', { code }),
  })

  /** Runs one after the other: each takes a core for a while. */
  function next<T>(job: () => Promise<Result<T>>): Promise<Result<T>> {
    const done = work.then(job, job)
    work = done.catch((cause: unknown) => log.error('people not told apart', { cause }))
    return done
  }

  /** Runs something with the sound of a meeting at hand, as WAV. */
  async function withSound<T>(id: string, job: () => Promise<Result<T>>): Promise<Result<T>> {
    const held = await audioStorage.holdAudio(id)
    if (!held.ok) return held
    try {
      return await job()
    } finally {
      await held.value()
    }
  }

  async function label(id: string, count: PeopleCount): Promise<Result<undefined>> {
    const models = speakerModels()
    if (models === null) return fail('speakers-missing')
    await live.settled()
    const tellApart = (pcm: Uint8Array, people: number | null) =>
      engine.tellApart(pcm, { models, people })
    const labelled = await withSound(id, () => labelPeople(id, { library, count, tellApart }))
    if (!labelled.ok) return labelled
    const { changed, people } = labelled.value
    suggestions.set(id, knownVoices(people, store.list(), modelName(models)))
    changed.forEach(tell(id))
    const meeting = library.meetings.get(id)
    if (meeting.ok) events.emit('meetings:changed', meeting.value)
    return ok(undefined)
  }

  function beginLive({ id, engine: kind }: Meeting): void {
    const { on, live: isLive } = settings.get().deviceSpeakers
    if (!on || !isLive || modelsFor(kind) === null) return
    // What is not switched on now has no sound that is coming.
    const { sources } = settings.get()
    const source = sourceToTellApart([
      ...(sources.microphone ? (['microphone'] as const) : []),
      ...(sources.system ? (['system'] as const) : []),
    ])
    if (source) live.begin({ meetingId: id, source, most: countOf(id).most })
  }

  events.on('meetings:changed', (meeting) => {
    const { id, state } = meeting
    if (state === 'recording' || state === 'finishing') {
      if (!recorded.has(id)) beginLive(meeting)
      recorded.add(id)
    }
    if (state !== 'done' || !recorded.delete(id)) return
    live.end(id)
    if (modelsFor(meeting.engine) === null) return
    void next(async () => (stopped ? ok(undefined) : label(id, countOf(id)))).then((done) => {
      if (!done.ok) log.warn('people not told apart', { code: done.error.code })
    })
  })
  events.on('transcript:turn', ({ meetingId, turn }) => live.handleTurn(meetingId, turn))

  const kept = () => store.list().map(({ id, name, keptAt }) => ({ id, name, keptAt }))
  return {
    stop: () => {
      stopped = true
    },
    handlers: {
      'speakers:tell-apart': ({ id, count }) => {
        const meeting = library.meetings.get(id)
        if (!meeting.ok) return meeting
        return next(() => label(id, count))
      },
      'voices:list': () => ok(kept()),
      'voices:keep': async ({ id, turn }) => {
        const models = speakerModels()
        if (models === null) return fail('speakers-missing')
        const described = await withSound(id, () =>
          describeSpeaker(id, turn, { library, describe }),
        )
        if (!described.ok) return described
        const voiceId = randomBytes(16).toString('hex')
        const own = { id: voiceId, keptAt: wallNow(), model: modelName(models) }
        const done = store.keep({ ...own, ...described.value })
        return done.ok ? ok(kept()) : done
      },
      'voices:remove': ({ id }) => {
        const removed = store.remove(id)
        if (!removed.ok) return removed
        suggestions.forget(id)
        return ok(kept())
      },
      'voices:suggest': ({ id }) => {
        const found = suggestions.of(id)
        if (found.length === 0) return ok([])
        const turns = library.turns.texts(id)
        return turns.ok ? ok(suggestionsFor(turns.value, found, store.list())) : turns
      },
    } satisfies Partial<CallHandlers>,
  }
}

/** Vectors are compared only if the same model made them. */
const modelName = ({ embedding }: SpeakerModels) => basename(embedding)
