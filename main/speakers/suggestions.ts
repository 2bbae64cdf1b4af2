import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isUnnamed } from '../../common/speaker-name'
import type { NameSuggestion, WordlessTurn } from '../../common/model'
import { createLog, writeWholeFile } from '../platform'
import type { KnownVoice } from './known-voices'
import type { StoredVoice } from './voice-store'

/** Which kept voices were found in which meetings: labels and ids, and nothing of a voice itself. */
export interface Suggestions {
  of(meetingId: string): readonly KnownVoice[]
  set(meetingId: string, found: readonly KnownVoice[]): void
  /** A voice was deleted. */
  forget(voiceId: string): void
}

const log = createLog('voices')
/** Older meetings make room: a suggestion that nobody took by then is not missed. */
const mostMeetings = 200

const fileSchema = z.array(
  z.object({
    meetingId: z.string(),
    found: z.array(z.object({ label: z.string(), voiceId: z.string() })),
  }),
)

export function openSuggestions(file: string): Suggestions {
  let all = read(file)
  const write = (next: typeof all) => {
    all = next.filter(({ found }) => found.length > 0).slice(-mostMeetings)
    try {
      writeWholeFile(file, JSON.stringify(all))
    } catch (cause) {
      log.warn('suggestions not written', { cause: String(cause) })
    }
  }
  return {
    of: (meetingId) => all.find((one) => one.meetingId === meetingId)?.found ?? [],
    set(meetingId, found) {
      const others = all.filter((one) => one.meetingId !== meetingId)
      if (found.length === 0 && others.length === all.length) return
      write([...others, { meetingId, found: [...found] }])
    },
    forget(voiceId) {
      const isOther = (one: KnownVoice) => one.voiceId !== voiceId
      write(all.map((one) => ({ ...one, found: one.found.filter(isOther) })))
    },
  }
}

function read(file: string): z.infer<typeof fileSchema> {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : []
  } catch {
    return [] // There are none yet.
  }
}

/**
 * The names to offer in a meeting: for each speaker without a name whose voice is a kept one, unless
 * somebody in the meeting has that name already.
 */
export function suggestionsFor(
  turns: readonly WordlessTurn[],
  found: readonly KnownVoice[],
  voices: readonly StoredVoice[],
): NameSuggestion[] {
  const taken = new Set(turns.map(({ speaker }) => speaker))
  return found.flatMap(({ label, voiceId }) => {
    const turn = turns.find(({ speaker }) => speaker === label)
    const name = voices.find(({ id }) => id === voiceId)?.name
    if (!turn || name === undefined || taken.has(name) || !isUnnamed(label)) return []
    const { sessionId, turnOrder, startMs } = turn
    return [{ turn: { sessionId, turnOrder }, label, name, by: 'voice', atMs: startMs }]
  })
}
