import { z } from 'zod'
import { errorValueSchema } from './errors'

export const appInfoSchema = z.object({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  platform: z.string(),
  /** Why the library can be read but not changed; null if it can be changed. */
  readOnly: errorValueSchema.nullable(),
})
export type AppInfo = z.infer<typeof appInfoSchema>

/** One third-party component of Parley and its licence. `version` is the component's own. */
export const noticeSchema = z.object({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  text: z.string(),
})
export type Notice = z.infer<typeof noticeSchema>
