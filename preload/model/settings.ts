import { z } from 'zod'
import { engineSchema } from './basics'
import { exportChoiceSchema } from './exports'

export const processingSchema = z.object({
  echoCancellation: z.boolean(),
  noiseSuppression: z.boolean(),
  autoGainControl: z.boolean(),
})
export type Processing = z.infer<typeof processingSchema>

export const serviceModelSchema = z.enum([
  'universal-streaming-english',
  'universal-streaming-multilingual',
  'universal-3-5-pro',
  'universal-3-6-pro',
])
export type ServiceModel = z.infer<typeof serviceModelSchema>

export const onDeviceModelSchema = z.enum(['base', 'tiny'])
export type OnDeviceModel = z.infer<typeof onDeviceModelSchema>

export const themeSchema = z.enum(['system', 'light', 'dark'])

/** How the captions are drawn, and whether the mouse reaches what is under them instead. */
export const captionsSettingsSchema = z.object({
  size: z.enum(['small', 'medium', 'large']),
  background: z.enum(['opaque', 'clear']),
  clickThrough: z.boolean(),
})
export type CaptionsSettings = z.infer<typeof captionsSettingsSchema>

/** What people can set. Names and zones of keys are kept beside it in the same file, in main only. */
export const settingsSchema = z.object({
  engine: engineSchema,
  serviceModel: serviceModelSchema,
  onDeviceModel: onDeviceModelSchema,
  /** Two-letter language codes that the speech may be in; empty lets the service tell. Pro models only. */
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).max(10),
  /** Names and terms to listen for: at most 100 of at most 50 characters. */
  keyTerms: z.array(z.string().trim().min(1).max(50)).max(100),
  speakerLabels: z.boolean(),
  filterProfanity: z.object({ service: z.boolean(), onDevice: z.boolean() }),
  /** What is heard. These and the two below apply to a recording that is on, too. */
  sources: z.object({ microphone: z.boolean(), system: z.boolean() }),
  /** null is the system's default microphone. */
  microphoneId: z.string().max(500).nullable(),
  processing: processingSchema,
  /** Whether each source has a session of its own, or all are mixed into one for half the price. */
  sessions: z.enum(['per-source', 'one']),
  /** What becomes of the sound of a meeting that is over, and after how many days it is deleted. */
  sound: z.enum(['compress', 'keep', 'delete']),
  soundDays: z.number().int().min(1).max(3650),
  /** What becomes of a recording after the computer slept. */
  afterSleep: z.enum(['go-on', 'paused']),
  theme: themeSchema,
  captions: captionsSettingsSchema,
  /** Whether newer versions are looked for and fetched. */
  updates: z.boolean(),
  /** As the last file was taken away. */
  export: exportChoiceSchema,
  /** Where each finished meeting is written as Markdown, or null where none is. */
  markdownFolder: z.string().min(1).max(4096).nullable(),
})
export type Settings = z.infer<typeof settingsSchema>
/** SECURITY: a page never names a folder; the dialog of main does. */
export const settingsPatchSchema = settingsSchema.omit({ markdownFolder: true }).partial()
export type SettingsPatch = z.infer<typeof settingsPatchSchema>

export const defaultSettings: Settings = {
  engine: 'on-device',
  serviceModel: 'universal-streaming-english',
  onDeviceModel: 'base',
  languages: [],
  keyTerms: [],
  speakerLabels: false,
  filterProfanity: { service: false, onDevice: true },
  sources: { microphone: true, system: true },
  microphoneId: null,
  processing: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  sessions: 'per-source',
  sound: 'compress',
  soundDays: 90,
  afterSleep: 'go-on',
  theme: 'system',
  captions: { size: 'medium', background: 'opaque', clickThrough: false },
  updates: true,
  export: { format: 'md', times: true, speakers: true, sound: 'mix' },
  markdownFolder: null,
}
