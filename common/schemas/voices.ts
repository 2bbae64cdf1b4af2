import { z } from 'zod'

/** A voice that a person kept, as the window sees it: the numbers that describe it stay in main. */
export const keptVoiceSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  name: z.string().min(1).max(40),
  /** ms since 1970. */
  keptAt: z.number().int(),
})
export type KeptVoice = z.infer<typeof keptVoiceSchema>
