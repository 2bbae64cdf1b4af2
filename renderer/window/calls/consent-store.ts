import type { Result } from '../../../common/errors'
import type { ConsentQuestion, ConsentWay } from '../../../common/model'
import { messages } from '../../../common/text/window'
import { createStore, type Readable } from '../../shared/store'
import type { Recording } from '../meeting/live/store'
import type { Notices } from '../notices/store'
import type { SettingsFeature } from '../settings/store'
import type { MainProcess } from '../stores/main-process'

/** Whether the people in a meeting agreed to its recording. */
export interface ConsentFeature {
  /** The recording about which a person should ask the others. */
  readonly question: Readable<ConsentQuestion | null>
  readonly note: (meetingId: string, how: ConsentWay | null) => Promise<Result<undefined>>
  readonly dismiss: () => void
  /** Copies the text for the others, and notes it in the running recording. */
  readonly copyText: () => Promise<void>
}

interface ConsentDeps {
  readonly notices: Notices
  readonly settings: SettingsFeature
  readonly recording: Recording
}

export function createConsent(
  main: MainProcess,
  { notices, settings, recording }: ConsentDeps,
): ConsentFeature {
  const question = createStore<ConsentQuestion | null>(null)
  main.on('consent:changed', question.set)
  main.load('consent:question', question.set)
  async function note(id: string, how: ConsentWay | null): Promise<Result<undefined>> {
    const noted = await main.call('consent:note', { id, how })
    notices.report(noted)
    return noted
  }
  return {
    question,
    note,
    dismiss: () => void main.call('consent:dismiss', undefined),
    copyText: async () => {
      const text = settings.current.get()?.consentText ?? messages.settings.calls.consentDefault
      await navigator.clipboard.writeText(text)
      const { state, meetingId } = recording.status.get()
      if (meetingId !== null && state !== 'finishing') await note(meetingId, 'written')
    },
  }
}
