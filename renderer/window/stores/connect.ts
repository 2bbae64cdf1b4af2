import type { ParleyBridge } from '../../../preload/bridge-api'
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
  const answers = await Promise.all([
    ask('settings:get', undefined),
    ask('keys:list', undefined),
    ask('engine:state', undefined),
    ask('meetings:list', undefined),
    ask('recording:status', undefined),
    ask('devices:list', undefined),
    ask('meetings:recovered', undefined),
    ask('app:info', undefined),
    ask('bin:list', undefined),
    ask('markdown:state', undefined),
    ask('imports:list', undefined),
    ask('again:state', undefined),
  ])
  const [
    settings,
    keys,
    engine,
    meetings,
    status,
    devices,
    recovered,
    info,
    bin,
    markdown,
    imports,
    again,
  ] = answers
  for (const answer of answers) {
    if (!answer.ok) stores.notice.set(answer.error)
  }
  if (settings.ok) stores.settings.set(settings.value)
  if (keys.ok) stores.keys.set(keys.value)
  if (engine.ok) stores.engine.set(engine.value)
  if (devices.ok) stores.devices.set(devices.value)
  if (info.ok) stores.readOnly.set(info.value.readOnly)
  if (imports.ok) stores.imports.set(imports.value)
  if (again.ok) stores.again.set(again.value)
  if (markdown.ok) stores.markdown.set(markdown.value)
  if (recovered.ok) stores.recovered.set(recovered.value)
  if (bin.ok) stores.bin.set(bin.value)
  if (status.ok) stores.status.set(status.value)
  stores.meetings.set(
    (meetings.ok ? meetings.value : []).reduce(withMeeting, stores.meetings.get() ?? []),
  )
  const { meetingId } = stores.status.get()
  if (meetingId !== null) await actions.openMeeting(meetingId)
  return stop
}
