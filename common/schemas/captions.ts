import { z } from 'zod'
import { recordingStatusSchema } from './recording'
import { captionsSettingsSchema, themeSchema } from './settings'
import { turnSchema } from './transcript'

/** The settings that the captions page knows. */
export const captionsLookSchema = captionsSettingsSchema.extend({ theme: themeSchema })
export type CaptionsLook = z.infer<typeof captionsLookSchema>

/**
 * The first state of the captions page; `turns` are the last ones of the meeting that is being
 * recorded.
 */
export const captionsContentSchema = z.object({
  look: captionsLookSchema,
  status: recordingStatusSchema,
  turns: z.array(turnSchema),
})
export type CaptionsContent = z.infer<typeof captionsContentSchema>

const dip = z.number().int().min(-20_000).max(20_000)

/** How far the captions, or one of their edges, were dragged, in pixels of the display's scale. */
export const captionsDragSchema = z.object({
  edge: z.enum(['all', 'left', 'right']),
  byX: dip,
  byY: dip,
})
export type CaptionsDrag = z.infer<typeof captionsDragSchema>
