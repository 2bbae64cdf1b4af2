import { messages } from '../../../common/text/window'
import type { Consent } from '../../../common/model'
import { timeOfDay } from '../format'

/** When and how consent was noted, after the date of a meeting. */
export function ConsentNote({ consent }: { readonly consent: Consent | undefined }) {
  if (consent === undefined) return null
  const time = timeOfDay(consent.notedAt)
  return <span data-consent>{` · ${messages.settings.calls.noted[consent.how](time)}`}</span>
}
