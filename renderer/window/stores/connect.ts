import type { ParleyBridge } from '../../../preload/bridge-api'
import type { Result } from '../../../preload/errors'
import type { Turn } from '../../../preload/model'
import type { Actions } from './actions'
import { withBinned, withMeeting, without, type Stores } from './stores'

function listen(bridge: ParleyBridge, stores: Stores, actions: Actions): () => void {
  /** A meeting is not in the list any more. */
  function leave(id: string): void {
    stores.meetings.set(without(stores.meetings.get() ?? [], id))
    if (stores.transcript.open.get().meetingId === id) void actions.openMeeting(null)
  }
  /** Zero of the time line on this window's clock: later by each pause. */
  let zeroAt = 0
  const stops = [
    bridge.on('settings:changed', stores.settings.set),
    bridge.on('keys:changed', stores.keys.set),
    bridge.on('engine:changed', stores.engine.set),
    bridge.on('devices:changed', stores.devices.set),
    bridge.on('imports:changed', (files) => {
      const before = stores.imports.get()
      stores.imports.set(files)
      const known = (id: string | null) => before.some(({ meetingId }) => meetingId === id)
      const added = files.find(({ meetingId }) => meetingId !== null && !known(meetingId))
      // Its words can be watched as they come, where no recording is on.
      if (added && stores.status.get().state === 'idle') void actions.openMeeting(added.meetingId)
    }),
    bridge.on('imports:failed', stores.notice.set),
    bridge.on('again:changed', stores.again.set),
    bridge.on('again:failed', stores.notice.set),
    bridge.on('app:place-asked', () => void actions.openAskedPlace()),
    bridge.on('update:changed', stores.update.set),
    bridge.on('captions:changed', stores.captionsShown.set),
    bridge.on('markdown:changed', (state) => {
      if (state.error && !stores.markdown.get().error) stores.notice.set(state.error)
      stores.markdown.set(state)
    }),
    bridge.on('recording:status', (status) => {
      const before = stores.status.get()
      if (status.meetingId !== null && status.meetingId !== before.meetingId) stores.levels.reset()
      // Why a recording could not begin, or what could not be saved of it, outlasts the live view.
      const [worst] = status.notices
      if (status.state === 'idle' && before.state !== 'idle' && worst) stores.notice.set(worst)
      zeroAt = Date.now() - status.elapsedMs
      stores.status.set(status)
    }),
    bridge.on('recording:level', (level) => {
      if (stores.status.get().state === 'recording') stores.levels.push(level, Date.now() - zeroAt)
    }),
    bridge.on('check:changed', (check) => {
      stores.check.set(check)
      if (check.state === 'done') stores.checkLevels.set({})
    }),
    bridge.on('check:level', (level) => {
      stores.checkLevels.set({ ...stores.checkLevels.get(), [level.source]: level })
    }),
    bridge.on('meetings:changed', (meeting) => {
      if (meeting.binnedAt !== null) {
        stores.bin.set(withBinned(stores.bin.get(), meeting))
        leave(meeting.id)
        return
      }
      stores.bin.set(without(stores.bin.get(), meeting.id))
      const before = stores.meetings.get() ?? []
      stores.meetings.set(withMeeting(before, meeting))
      const running = before.find((other) => other.id === meeting.id)?.state ?? 'done'
      const closed = running !== 'done' && meeting.state === 'done'
      if (closed && stores.transcript.open.get().meetingId === meeting.id) {
        void actions.refreshMeeting(meeting.id)
      }
    }),
    bridge.on('meetings:removed', ({ id }) => {
      stores.bin.set(without(stores.bin.get(), id))
      leave(id)
    }),
    bridge.on('transcript:turn', ({ meetingId, turn }) => stores.transcript.turn(meetingId, turn)),
    bridge.on('transcript:turn-dropped', ({ meetingId, ...turn }) =>
      stores.transcript.drop(meetingId, turn),
    ),
    bridge.on('transcript:gap', ({ meetingId, gap }) => stores.transcript.gap(meetingId, gap)),
    bridge.on('transcript:corrected', ({ meetingId, turns, dropped, history }) => {
      stores.transcript.correct(meetingId, JSON.parse(turns) as Turn[], dropped)
      stores.beside.history(meetingId, history)
    }),
    bridge.on('marks:changed', ({ meetingId, marks }) => stores.beside.marks(meetingId, marks)),
    bridge.on('app:command', (command) => {
      if (command === 'open-settings') actions.openSettings()
      else if (command === 'search') stores.search.askForField()
      else if (command === 'import') void actions.openImport()
      else if (command === 'pause-or-resume') void actions.pauseOrResume()
      else if (stores.status.get().state === 'idle') void actions.startRecording()
      else void actions.stopRecording()
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

/**
 * Fills the stores from main and keeps them so. Resolves when the first picture can be drawn;
 * listens before it asks, so that nothing falls between. Answers with what stops listening.
 */
export async function connect(
  bridge: ParleyBridge,
  stores: Stores,
  actions: Actions,
): Promise<() => void> {
  const stop = listen(bridge, stores, actions)
  const { ask } = actions
  /** At once, for an event that comes after the answer is newer than it. */
  async function fill<T>(asked: Promise<Result<T>>, set: (value: T) => void): Promise<void> {
    const answer = await asked
    if (answer.ok) set(answer.value)
    else stores.notice.set(answer.error)
  }
  await Promise.all([
    fill(ask('settings:get', undefined), stores.settings.set),
    fill(ask('keys:list', undefined), stores.keys.set),
    fill(ask('engine:state', undefined), stores.engine.set),
    fill(ask('meetings:list', undefined), (meetings) =>
      stores.meetings.set(meetings.reduce(withMeeting, stores.meetings.get() ?? [])),
    ),
    fill(ask('recording:status', undefined), stores.status.set),
    fill(ask('devices:list', undefined), stores.devices.set),
    fill(ask('meetings:recovered', undefined), stores.recovered.set),
    fill(ask('app:info', undefined), ({ readOnly }) => stores.readOnly.set(readOnly)),
    fill(ask('bin:list', undefined), stores.bin.set),
    fill(ask('markdown:state', undefined), stores.markdown.set),
    fill(ask('imports:list', undefined), stores.imports.set),
    fill(ask('again:state', undefined), stores.again.set),
    fill(ask('update:state', undefined), stores.update.set),
    fill(ask('captions:shown', undefined), stores.captionsShown.set),
  ])
  // Whatever became of the question, the list is no longer unknown.
  stores.meetings.set(stores.meetings.get() ?? [])
  const { meetingId } = stores.status.get()
  if (meetingId !== null) await actions.openMeeting(meetingId)
  // The first picture does not wait for it.
  void actions.openAskedPlace()
  return stop
}
