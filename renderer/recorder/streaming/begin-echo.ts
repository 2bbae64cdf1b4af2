import { truncate } from './truncate'

type Echo = Readonly<Record<string, unknown>>

/** Settings that are off if they are not requested. */
const flags = ['speaker_labels', 'filter_profanity', 'redact_pii'] as const
/** Settings that are compared only if they are requested. */
const values = ['mode', 'voice_focus', 'max_speakers', 'prompt'] as const
const lists = ['language_codes', 'keyterms_prompt'] as const

/** An echo can be long, and a person reads it. */
const longestShown = 80

/** Returns the model that answers a session, which the service prices; `requested` if it is not said. */
export function answeringModel(echo: Echo | null, requested: string): string {
  const model = echo?.['model']
  return typeof model === 'string' && model !== '' ? truncate(model, 80) : requested
}

/**
 * Compares the request of a session (its address) with the echo in Begin, apart from the model.
 * Returns a line for each difference. What the service does not echo cannot be compared; today it
 * echoes the mode, the speaker labels, the redaction, the profanity filter and the voice focus.
 */
export function echoDifferences(url: string, echo: Echo | null): readonly string[] {
  if (echo === null) return []
  const query = new URL(url).searchParams
  const found: string[] = []
  const compare = (name: string, asked: string, got: string): void => {
    const shown = (value: string) => truncate(value, longestShown) || 'nothing'
    if (asked !== got) found.push(`${name}: asked for ${shown(asked)}, got ${shown(got)}`)
  }
  for (const name of flags) {
    if (name in echo) compare(name, query.get(name) ?? 'false', textOf(echo[name] ?? false))
  }
  for (const name of values) {
    const asked = query.get(name)
    if (asked !== null && name in echo) compare(name, asked, textOf(echo[name]))
  }
  for (const name of lists) {
    const asked = query.get(name)
    if (asked !== null && name in echo) compare(name, itemsOf(asked), itemsOf(echo[name]))
  }
  return found
}

function textOf(value: unknown): string {
  const isPlain = typeof value === 'string' || typeof value === 'number' || value === true
  return isPlain || value === false ? String(value) : ''
}

/** The items of a list or of its JSON, in any order. */
function itemsOf(value: unknown): string {
  const list = typeof value === 'string' ? parseJson(value) : value
  return Array.isArray(list) ? list.map(String).sort().join(', ') : ''
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
