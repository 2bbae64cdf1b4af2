import type { PaidExtra, SessionUpdate } from '../../../common/model'

/** Returns what the address of a session requests that costs more than the model alone. */
export function paidExtrasOf(url: string): PaidExtra[] {
  const query = new URL(url).searchParams
  return [
    ...(query.has('keyterms_prompt') ? (['key-terms'] as const) : []),
    ...(query.has('voice_focus') ? (['voice-focus'] as const) : []),
    ...(query.get('redact_pii') === 'true' ? (['redact-pii'] as const) : []),
  ]
}

/**
 * Adds what an update requests. Nothing is ever taken away: nobody says how the service bills terms that
 * were used for a part of a session, and an estimate that is too high surprises nobody.
 */
export function withUpdate(
  extras: readonly PaidExtra[],
  { keyterms_prompt: terms = [] }: SessionUpdate,
): readonly PaidExtra[] {
  return terms.length === 0 || extras.includes('key-terms') ? extras : ['key-terms', ...extras]
}
