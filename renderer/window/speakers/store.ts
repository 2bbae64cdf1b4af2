import type { KeptVoice, ModelsState, PeopleCount, TurnId } from '../../../common/model'
import type { Result } from '../../../common/errors'
import { createStore, type Readable, type Store } from '../../shared/store'
import type { Notices } from '../notices/store'
import type { MainProcess } from '../stores/main-process'

/** The speaker whose voice a person may keep, by one of their turns. */
export interface VoiceToKeep {
  readonly meetingId: string
  readonly turn: TurnId
  readonly name: string
}

/** Telling people apart on this computer, and the voices that were kept. */
export interface Speakers {
  /** null until main has answered. */
  readonly voices: Readable<readonly KeptVoice[] | null>
  /** The meeting that a person wants told apart again; null while nobody asks. */
  readonly again: Store<string | null>
  readonly keeping: Store<VoiceToKeep | null>
  readonly load: () => Promise<void>
  readonly tellApart: (id: string, count: PeopleCount) => Promise<Result<undefined>>
  readonly keep: (voice: VoiceToKeep) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

export function createSpeakers(main: MainProcess, { notices }: { notices: Notices }): Speakers {
  const voices = createStore<readonly KeptVoice[] | null>(null)
  const take = (kept: Result<KeptVoice[]>) => {
    if (notices.report(kept)) voices.set(kept.value)
  }
  return {
    voices,
    again: createStore<string | null>(null),
    keeping: createStore<VoiceToKeep | null>(null),
    load: async () => take(await main.call('voices:list', undefined)),
    tellApart: async (id, count) => {
      const done = await main.call('speakers:tell-apart', { id, count })
      notices.report(done)
      return done
    },
    keep: async ({ meetingId, turn }) =>
      take(await main.call('voices:keep', { id: meetingId, turn })),
    remove: async (id) => take(await main.call('voices:remove', { id })),
  }
}

/** Whether the models that tell people apart are on this computer. */
export function hasSpeakerModels(state: ModelsState | null): boolean {
  const models = state?.models ?? []
  return models.some(({ family, stage }) => family === 'speakers' && stage.stage === 'installed')
}
