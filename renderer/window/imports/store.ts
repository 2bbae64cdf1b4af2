import type { ErrorCode, ErrorValue, Result } from '../../../common/errors'
import type { Import } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { OpenMeeting } from '../meeting/store'
import type { Recording } from '../meeting/live/store'
import type { Notices } from '../notices/store'
import type { MainProcess } from '../stores/main-process'

/** The audio and video files that are being imported. */
export interface Imports {
  readonly files: Readable<readonly Import[]>
  /** Why files were not imported whole, each reason once with its files, until a person closes it. */
  readonly failures: Readable<readonly ErrorValue[]>
  readonly closeFailure: (code: ErrorCode) => void
  /** Opens the system's dialog for files. */
  readonly open: () => Promise<void>
  /** Imports files that a person dropped on the window. */
  readonly add: (files: readonly File[]) => Promise<void>
  readonly cancel: (id: string) => Promise<void>
}

interface ImportsDeps {
  readonly notices: Notices
  readonly recording: Recording
  readonly meeting: OpenMeeting
}

export function createImports(
  main: MainProcess,
  { notices, recording, meeting }: ImportsDeps,
): Imports {
  const files = createStore<readonly Import[]>([])
  const failures = createStore<readonly ErrorValue[]>([])
  function reportRefusal(added: Result<undefined>): void {
    if (!added.ok && added.error.code !== 'cancelled') notices.show(added.error)
  }
  main.on('imports:changed', (next) => {
    const known = new Set(files.get().map(({ meetingId }) => meetingId))
    files.set(next)
    const added = next.find(({ meetingId }) => meetingId !== null && !known.has(meetingId))
    // Shows the text as it arrives, unless a recording is on screen.
    if (added && recording.status.get().state === 'idle') void meeting.open(added.meetingId)
  })
  main.on('imports:failed', (error) => failures.set(withFailure(failures.get(), error)))
  main.load('imports:list', files.set)
  return {
    files,
    failures,
    closeFailure: (code) => failures.set(failures.get().filter((error) => error.code !== code)),
    open: async () => reportRefusal(await main.call('imports:choose-files', undefined)),
    add: async (dropped) => reportRefusal(await main.importFiles(dropped)),
    cancel: async (id) => void notices.report(await main.call('imports:cancel', { id })),
  }
}

/** The failures with one more; files that fail for the same reason are listed under it. */
function withFailure(failures: readonly ErrorValue[], error: ErrorValue): readonly ErrorValue[] {
  const same = failures.find(({ code }) => code === error.code)
  if (!same) return [...failures, error]
  const details = [same.detail, error.detail].filter((detail) => detail !== undefined)
  const merged = { ...same, detail: details.join(' · ') }
  return failures.map((each) => (each === same ? merged : each))
}
