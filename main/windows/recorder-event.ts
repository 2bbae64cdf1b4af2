import type { RecorderEvent } from '../../common/model'
import { recorderEventSchema } from '../../common/schemas'
import { isSensiblyLarge } from '../boundary'

/**
 * Reads a message of a recording's port. Returns its event, 'refused' if it is an event that main
 * does not accept, and null if it is no event.
 * SECURITY: as with the channels, no listener gets an event that the schema did not accept.
 */
export function readPortEvent(message: unknown): RecorderEvent | 'refused' | null {
  if (typeof message !== 'object' || message === null || !('event' in message)) return null
  if (!isSensiblyLarge(message)) return 'refused'
  const parsed = recorderEventSchema.safeParse(message.event)
  return parsed.success ? parsed.data : 'refused'
}
