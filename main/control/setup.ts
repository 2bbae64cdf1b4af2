import { tmpdir } from 'node:os'
import type { Result } from '../../common/errors'
import type { QuickAction, RecordingStatus } from '../../common/model'
import { createLog } from '../platform'
import { controlAddress } from './address'
import { listenForVerbs } from './server'
import { verbs, type Verb } from '../../common/verbs'

interface Setup {
  readonly dataFolder: string
  readonly recordingState: { status(): RecordingStatus }
  readonly captions: { readonly menu: () => { readonly shown: boolean } }
  readonly quickAction: (action: QuickAction) => Promise<Result<undefined>>
  readonly library: { readonly meetings: { get(id: string): Result<{ readonly title: string }> } }
}

/** Answers the command line, from the start of the app to its end. */
export function setupControl(setup: Setup) {
  const { recordingState, captions, quickAction, library } = setup

  /** What a script needs to know. SECURITY: no word of a meeting but its title. */
  function state() {
    const status = recordingState.status()
    const meeting = status.meetingId === null ? null : library.meetings.get(status.meetingId)
    return {
      running: true,
      pid: process.pid,
      state: status.state,
      meetingId: status.meetingId,
      title: meeting?.ok ? meeting.value.title : null,
      elapsedMs: Math.round(status.elapsedMs),
      connection: status.connection,
      muted: status.muted,
      captions: captions.menu().shown,
    }
  }

  async function answer(verb: Verb): Promise<unknown> {
    const action = verbs[verb]
    const done = action === null ? null : await quickAction(action)
    if (done === null || done.ok) return { ok: true, ...state() }
    const { code, sentence } = done.error
    return { ok: false, ...state(), error: { code, sentence } }
  }

  // At once, and not after the first window: a script may ask as soon as the app is there.
  const address = controlAddress(setup.dataFolder, process.platform, tmpdir())
  const server = listenForVerbs({ address, answer, log: createLog('control') })
  return { stop: () => void server.close() }
}
