import type { Meeting, Settings } from '../../common/model'
import type { AudioAccess } from '../audio-storage'
import type { Events } from '../boundary'
import type { Library } from '../library'
import type { Engine, SpeakerModels } from '../local-engine'
import { createLog } from '../platform'
import { labelPeople } from './people-of-meeting'

interface Setup {
  readonly events: Events
  readonly library: Library
  readonly settings: { get(): Settings }
  readonly localEngine: Pick<Engine, 'tellApart'>
  readonly audioStorage: { readonly holdAudio: AudioAccess['hold'] }
  /** Returns the models for speakers on this computer, or null if there are none. */
  readonly speakerModels: () => SpeakerModels | null
}

/**
 * Tells the people of each meeting apart when it is over, if it was transcribed on this computer and
 * a person has downloaded the models for it. One meeting at a time.
 */
export function setupSpeakers(setup: Setup) {
  const { events, library, settings, audioStorage, localEngine, speakerModels } = setup
  const log = createLog('speakers')
  const recorded = new Set<string>()
  let work = Promise.resolve()
  let stopped = false

  async function label({ id }: Meeting): Promise<void> {
    const models = speakerModels()
    if (stopped || models === null) return
    const held = await audioStorage.holdAudio(id)
    if (!held.ok) return log.warn('no sound to tell people apart', { code: held.error.code })
    try {
      const brief = library.briefs.get(id)
      const labelled = await labelPeople(id, {
        library,
        mostPeople: (brief.ok ? brief.value.maxSpeakers : null) ?? settings.get().maxSpeakers,
        tellApart: (pcm, people) => localEngine.tellApart(pcm, { models, people }),
      })
      if (!labelled.ok) return log.warn('people not told apart', { code: labelled.error.code })
      for (const turn of labelled.value) events.emit('transcript:turn', { meetingId: id, turn })
      const meeting = library.meetings.get(id)
      if (meeting.ok) events.emit('meetings:changed', meeting.value)
    } finally {
      await held.value()
    }
  }

  events.on('meetings:changed', (meeting) => {
    const { id, state, engine } = meeting
    if (state === 'recording' || state === 'finishing') recorded.add(id)
    if (state !== 'done' || !recorded.delete(id)) return
    if (engine !== 'on-device') return
    work = work
      .then(() => label(meeting))
      .catch((cause: unknown) => log.error('people not told apart', { cause: String(cause) }))
  })
  return {
    stop: () => {
      stopped = true
    },
  }
}
