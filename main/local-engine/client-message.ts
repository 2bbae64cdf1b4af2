import { z } from 'zod'
import type { ProtocolError } from './wire'

const known = z.discriminatedUnion('type', [
  z.object({ type: z.literal('UpdateConfiguration'), session_heartbeat: z.boolean().optional() }),
  z.object({ type: z.literal('ForceEndpoint') }),
  z.object({ type: z.literal('KeepAlive') }),
  z.object({ type: z.literal('Terminate') }),
])

/** The messages a client may send besides audio. */
export type ClientMessage = z.infer<typeof known>

type Parsed =
  | { readonly ok: true; readonly value: ClientMessage }
  | { readonly ok: false; readonly error: ProtocolError }

/** Parses a text frame; errors use the service's wording. */
export function parseClientMessage(text: string): Parsed {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return invalid(`User Input Validation Error: Invalid JSON: ${reason}`)
  }
  const typed = z.object({ type: z.string() }).safeParse(json)
  if (!typed.success) return invalid('Invalid Message')
  const message = known.safeParse(json)
  if (message.success) return { ok: true, value: message.data }
  const types: readonly string[] = known.options.map((option) => option.shape.type.value)
  return types.includes(typed.data.type)
    ? invalid('Invalid Message')
    : invalid(`Invalid Message Type: ${typed.data.type.slice(0, 80)}`)
}

function invalid(text: string): Parsed {
  return { ok: false, error: { code: 3006, text } }
}
