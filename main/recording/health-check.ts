import { errorValue, type ErrorCode, type ErrorValue } from '../../common/errors'
import type { ConnectionState, Source } from '../../common/model'
import type { ProblemPlace } from './problems'

/** The recent facts about one source; ages in ms. */
export interface SourceFacts {
  readonly source: Source
  /** Since its last sample that was not zero. */
  readonly silentMs: number
  /** Since its last words of any kind, or since its first sound. */
  readonly wordlessMs: number
  /** How much of that time sounded like somebody who speaks. */
  readonly spokenMs: number
}

/** The recent facts about a running recording; ages and lengths in ms. */
export interface HealthFacts {
  readonly sources: readonly SourceFacts[]
  readonly connection: ConnectionState | null
  /** From the end of the last words said to their arrival; null before the first. */
  readonly delayMs: number | null
  /** Free bytes on the disk of the library; null if unknown. */
  readonly freeBytes: number | null
}

export interface Finding {
  readonly place: ProblemPlace
  readonly source: Source | null
  readonly error: ErrorValue | null
}

/**
 * A microphone that delivers zeros is opened again after 2 s; this is reported if that did not
 * help.
 */
const silentFromMs = 4_000
const wordlessFromMs = 20_000
/** A door and a cough are not speech: this much of the time without words must be like it. */
const spokenFromMs = 6_000
const behindFromMs = 10_000
/** The delay of words that are older than this does not count any more. */
const delayCountsMs = 30_000
const leastFreeBytes = 500_000_000

/** Zeros are a fault of a microphone, but a computer that plays nothing also delivers zeros. */
const silentCodes: Partial<Record<Source, ErrorCode>> = { microphone: 'microphone-silent' }

/** Returns a finding for each checked place; null clears it. */
export function checkHealth(facts: HealthFacts): Finding[] {
  const { sources, connection, delayMs, freeBytes } = facts
  // Without a connection there are no words, and that is shown already.
  const connected = connection === 'live' || connection === 'catching-up'
  const wordless = sources.some(
    ({ wordlessMs, spokenMs }) => wordlessMs >= wordlessFromMs && spokenMs >= spokenFromMs,
  )
  const sinceWords = Math.min(...sources.map(({ wordlessMs }) => wordlessMs))
  const behind = delayMs !== null && delayMs > behindFromMs && sinceWords < delayCountsMs
  return [
    ...sources.map(({ source, silentMs }) => ({
      place: 'source' as const,
      source,
      error: silence(source, silentMs),
    })),
    finding('disk', freeBytes !== null && freeBytes < leastFreeBytes ? 'disk-low' : null),
    finding('words', connected && wordless ? 'no-words' : null),
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
