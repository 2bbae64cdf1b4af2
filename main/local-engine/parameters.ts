import type { ProtocolError } from './wire'

/** The query parameters that this engine supports; like the service, it ignores unknown ones. */
export interface SessionParameters {
  readonly filterProfanity: boolean
  readonly heartbeat: boolean
  readonly partials: boolean
  readonly inactivitySeconds: number | null
}

type Parsed =
  | { readonly ok: true; readonly value: SessionParameters }
  | { readonly ok: false; readonly error: ProtocolError }

class Invalid extends Error {}

/** Parses the query of `/v3/ws`; an invalid value is the service's error 3006. */
export function parseParameters(query: URLSearchParams, models: readonly string[]): Parsed {
  try {
    sampleRate(query)
    oneOf(query, 'encoding', ['pcm_s16le'])
    oneOf(query, 'speech_model', models)
    return {
      ok: true,
      value: {
        filterProfanity: flag(query, 'filter_profanity', false),
        heartbeat: flag(query, 'session_heartbeat', false),
        partials: flag(query, 'include_partial_turns', true),
        inactivitySeconds: whole(query, 'inactivity_timeout', { min: 5, max: 3600 }),
      },
    }
  } catch (cause) {
    if (!(cause instanceof Invalid)) throw cause
    return {
      ok: false,
      error: { code: 3006, text: `User Input Validation Error: Invalid ${cause.message}` },
    }
  }
}

function sampleRate(query: URLSearchParams): void {
  const rate = whole(query, 'sample_rate', { min: 0, max: 1_000_000 })
  if (rate === null || rate === 16_000) return
  throw new Invalid(
    rate < 8_000
      ? "'sample_rate': Value error, sample_rate must be at least 8,000 Hz"
      : "'sample_rate': Value error, this engine takes 16,000 Hz only",
  )
}

function oneOf(query: URLSearchParams, name: string, allowed: readonly string[]): void {
  const value = query.get(name)
  if (value === null || allowed.includes(value)) return
  throw new Invalid(`'${name}': Input should be ${allowed.map((item) => `'${item}'`).join(' or ')}`)
}

function flag(query: URLSearchParams, name: string, fallback: boolean): boolean {
  const value = query.get(name)
  if (value === null) return fallback
  if (value === 'true' || value === 'false') return value === 'true'
  throw new Invalid(`'${name}': Input should be a valid boolean, unable to interpret input`)
}

interface Limits {
  readonly min: number
  readonly max: number
}

function whole(query: URLSearchParams, name: string, { min, max }: Limits): number | null {
  const text = query.get(name)
  if (text === null) return null
  if (!/^-?\d{1,9}$/.test(text)) throw new Invalid(`'${name}': Input should be a valid integer`)
  const value = Number(text)
  if (value < min) throw new Invalid(`'${name}': Input should be greater than or equal to ${min}`)
  if (value > max) throw new Invalid(`'${name}': Input should be less than or equal to ${max}`)
  return value
}
