import { fail, ok, type Result } from '../../common/errors'
import type { QuickAction, RecordingStatus } from '../../common/model'
import type { CaptionsMenu } from '../captions'
import type { Recordings } from '../recording'

export interface QuickActionDeps {
  readonly recording: Pick<Recordings, 'start' | 'stop' | 'pause' | 'resume' | 'mute'> & {
    readonly state: { status(): RecordingStatus }
  }
  readonly captions: { readonly menu: () => Pick<CaptionsMenu, 'toggle'> }
  readonly meetings: {
    /** Marks this moment of the meeting that is being recorded. */
    readonly mark: (meetingId: string) => Result<unknown> | Promise<Result<unknown>>
  }
}

/** Runs an action without the window. A stop resolves once everything is written. */
export type RunQuickAction = (action: QuickAction) => Promise<Result<undefined>>

export function createQuickActions({
  recording,
  captions,
  meetings,
}: QuickActionDeps): RunQuickAction {
  const run: Record<QuickAction, () => Result<unknown> | Promise<Result<unknown>>> = {
    'record-or-stop': () =>
      recording.state.status().state === 'idle' ? recording.start() : recording.stop(),
    'pause-or-resume': () =>
      recording.state.status().state === 'paused' ? recording.resume() : recording.pause(),
    mark: () => {
      const { state, meetingId } = recording.state.status()
      const canMark = state === 'recording' || state === 'paused'
      return canMark && meetingId !== null ? meetings.mark(meetingId) : fail('not-recording')
    },
    captions: () => {
      captions.menu().toggle()
      return ok(undefined)
    },
    mute: () => recording.mute(!recording.state.status().muted),
  }
  return async (action) => {
    const done = await run[action]()
    return done.ok ? ok(undefined) : done
  }
}
