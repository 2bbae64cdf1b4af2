import { errorValue, type ErrorCode, type ErrorValue } from '../../preload/errors'
import type { ConnectionState, Source } from '../../preload/model'
import type { ProblemPlace } from './status'

/** What was lately seen of one source; ages in ms. */
export interface SourceFacts {
  readonly source: Source
  /** Since its last sample that was not zero. */
  readonly silentMs: number
}

/** What was lately seen of a recording that is on; ages and lengths in ms. */
export interface Facts {
  readonly sources: readonly SourceFacts[]
  readonly connection: ConnectionState | null
  /** Since the last words of any kind, or since the first sound. */
  readonly wordlessMs: number
  /** Of these, how much was as loud as speech. */
  readonly loudMs: number
  /** From the end of the last words said to their being here; null before the first. */
  readonly delayMs: number | null
  /** Bytes free where the library is; null where nobody can tell. */
  readonly freeBytes: number | null
}

export interface Finding {
  readonly place: ProblemPlace
  readonly source: Source | null
  readonly error: ErrorValue | null
}

/** A microphone that gives zeros is opened anew after 2 s; this is told where that did not help. */
const silentFromMs = 4_000
const wordlessFromMs = 30_000
/** A door and a cough are no speech: so much of the time without words must be loud. */
const loudFromMs = 10_000
const behindFromMs = 10_000
/** The delay of words that are older than this tells nothing of now. */
const delayCountsMs = 30_000
const leastFreeBytes = 500_000_000

/** Nothing but zeros is a fault of a microphone; of a computer that plays nothing it is right. */
const silentCodes: Partial<Record<Source, ErrorCode>> = { microphone: 'microphone-silent' }

/** What is to be told of a recording, a finding for each place that is watched; null clears it. */
export function judge(facts: Facts): Finding[] {
  const { sources, connection, wordlessMs, loudMs, delayMs, freeBytes } = facts
  // Without a connection there are no words, and that is told already.
  const connected = connection === 'live' || connection === 'catching-up'
  const wordless = connected && wordlessMs >= wordlessFromMs && loudMs >= loudFromMs
  const behind = delayMs !== null && delayMs > behindFromMs && wordlessMs < delayCountsMs
  return [
    ...sources.map(({ source, silentMs }) => ({
      place: 'source' as const,
      source,
      error: silence(source, silentMs),
    })),
    finding('disk', freeBytes !== null && freeBytes < leastFreeBytes ? 'disk-low' : null),
    finding('words', wordless ? 'no-words' : null),
    finding('delay', behind ? 'service-behind' : null),
  ]
}

function silence(source: Source, silentMs: number): ErrorValue | null {
  const code = silentCodes[source]
  return code === undefined || silentMs < silentFromMs ? null : errorValue(code)
}

function finding(
  place: ProblemPlace,
  code: 'disk-low' | 'no-words' | 'service-behind' | null,
): Finding {
  return { place, source: null, error: code === null ? null : errorValue(code) }
}
