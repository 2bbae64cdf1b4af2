import { fail, ok, type Result } from '../../common/errors'
import type { RedactionState } from '../../common/model'
import type { CallHandlers, Events } from '../boundary'
import type { Library } from '../library'
import { createRedactedReader } from './reader'
import { redactionsOfPart, redactionState } from './state'

interface RedactionDeps {
  readonly events: Events
  readonly library: Library
}

/** The redactions of meetings, and the reader that all exports and requests use. */
export function setupRedaction({ events, library }: RedactionDeps) {
  function state(id: string): Result<RedactionState> {
    const transcript = library.transcript(id)
    if (!transcript.ok) return transcript
    const redactions = library.redactions.list(id)
    return redactions.ok ? ok(redactionState(transcript.value, redactions.value)) : redactions
  }

  function changed(id: string, result: Result<undefined>): Result<RedactionState> {
    if (!result.ok) return result
    events.emit('redactions:changed', { id })
    return state(id)
  }

  return {
    reader: createRedactedReader(library),
    handlers: {
      'redactions:state': ({ id }) => state(id),
      'redactions:add': ({ id, redactions }) => changed(id, library.redactions.add(id, redactions)),
      'redactions:hide': ({ id, part }) => {
        const transcript = library.transcript(id)
        if (!transcript.ok) return transcript
        const found = redactionsOfPart(transcript.value.turns, part)
        if (found.length === 0) return fail('turn-not-found')
        return changed(id, library.redactions.add(id, found))
      },
      'redactions:remove': ({ id, ids }) => changed(id, library.redactions.remove(id, ids)),
    } satisfies Partial<CallHandlers>,
  }
}
