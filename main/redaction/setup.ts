import { fail, ok, type Result } from '../../common/errors'
import type { RedactionState } from '../../common/model'
import type { CallHandlers, Events } from '../boundary'
import type { Library, MeetingReader } from '../library'
import { createRunJob } from './in-thread'
import { createRedactedReader, readMeeting } from './reader'

interface RedactionDeps {
  readonly events: Events
  readonly library: Library
  readonly meetings: { readonly reader: MeetingReader }
  /** The built thread.ts. */
  readonly redactionThread: string
}

/** The redactions of meetings, and the reader that all exports and requests use. */
export function setupRedaction({ events, library, meetings, redactionThread }: RedactionDeps) {
  const runJob = createRunJob(redactionThread)

  async function state(id: string, find: boolean): Promise<Result<RedactionState>> {
    const redactions = library.redactions.list(id)
    if (!redactions.ok) return redactions
    if (redactions.value.length === 0 && !find) {
      return ok({ redactions: [], found: null, hidden: [] })
    }
    const meeting = await readMeeting({ meetings }, id)
    if (!meeting.ok) return meeting
    return runJob('state', meeting.value, redactions.value, { find })
  }

  function changed(id: string, result: Result<undefined>): Result<undefined> {
    if (result.ok) events.emit('redactions:changed', { id })
    return result
  }

  return {
    reader: createRedactedReader({ library, meetings, runJob }),
    handlers: {
      'redactions:state': ({ id, find }) => state(id, find),
      'redactions:add': ({ id, redactions }) => changed(id, library.redactions.add(id, redactions)),
      'redactions:hide': async ({ id, part }) => {
        const meeting = await readMeeting({ meetings }, id)
        if (!meeting.ok) return meeting
        const found = await runJob('ofPart', meeting.value, part)
        if (!found.ok) return found
        if (found.value.length === 0) return fail('turn-not-found')
        return changed(id, library.redactions.add(id, found.value))
      },
      'redactions:remove': ({ id, ids }) => changed(id, library.redactions.remove(id, ids)),
    } satisfies Partial<CallHandlers>,
  }
}
