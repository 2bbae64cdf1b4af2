import { messages } from '../../../common/text/window'
import type { Consent } from '../../../common/model'

/** When and how consent was noted, after the date of a meeting. */
export function ConsentNote({ consent }: { readonly consent: Consent | undefined }) {
  if (consent === undefined) return null
  const time = new Date(consent.notedAt).toLocaleTimeString(undefined, { timeStyle: 'short' })
  return <span data-consent>{` · ${messages.settings.calls.noted[consent.how](time)}`}</span>
}
