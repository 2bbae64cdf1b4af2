import { z } from 'zod'
import {
  announcerRates,
  consentReminders,
  onDeviceModels,
  serviceModes,
  textSizes,
  themes,
  voiceFocuses,
} from '../model/constants'
import { languageCodes } from '../text/languages'
import { isShortcut, quickActions, shortcutStates } from '../model/shortcuts'
import { engineSchema } from './basics'
import { callProgramSchema } from './calls'
import { chatHostsSchema, chatSettingsSchema } from './chat'
import { exportChoiceSchema } from './exports'
import { whenForgottenSchema } from './forgotten'
import { installedModelIdSchema } from './installed-models'

export const processingSchema = z.object({
  echoCancellation: z.boolean(),
  noiseSuppression: z.boolean(),
  autoGainControl: z.boolean(),
})
export type Processing = z.infer<typeof processingSchema>

/** A name from the table of models, or another one that the service accepts. */
export const serviceModelSchema = z.string().regex(/^[\w.-]{1,80}$/)
export type ServiceModel = z.infer<typeof serviceModelSchema>

export const onDeviceModelSchema = z.enum(onDeviceModels)
export type OnDeviceModel = z.infer<typeof onDeviceModelSchema>

export const themeSchema = z.enum(themes)

/** Names and terms to listen for. */
export const keyTermsSchema = z.array(z.string().trim().min(1).max(50)).max(100)
export const maxSpeakersSchema = z.number().int().min(1).max(10).nullable()
/** How many people speak: found, or at most `most`, or exactly that many. */
export const peopleCountSchema = z.object({ most: maxSpeakersSchema, exact: z.boolean() })
export type PeopleCount = z.infer<typeof peopleCountSchema>
export const voiceFocusSchema = z.enum(voiceFocuses)
export type VoiceFocus = z.infer<typeof voiceFocusSchema>

/** How the captions are drawn, and whether clicks go to the window under them. */
export const captionsSettingsSchema = z.object({
  size: z.enum(['small', 'medium', 'large']),
  background: z.enum(['opaque', 'clear']),
  clickThrough: z.boolean(),
})
export type CaptionsSettings = z.infer<typeof captionsSettingsSchema>

/** A shortcut of the whole system in Electron's notation, or null for none. */
const shortcutSchema = z.string().max(60).refine(isShortcut).nullable()
const shortcutsSchema = z.record(z.enum(quickActions), shortcutSchema)
export const shortcutStatesSchema = z.record(z.enum(quickActions), z.enum(shortcutStates))

/** The settings. Names and zones of keys are in the same file, but only main sees them. */
export const settingsSchema = z.object({
  engine: engineSchema,
  serviceModel: serviceModelSchema,
  /** The models that answered other names, for example those of retired models, by these names. */
  modelAnswers: z.record(serviceModelSchema, serviceModelSchema),
  /** Prices that a person knows better than the table of models, in US cents an hour, by model. */
  prices: z.record(serviceModelSchema, z.number().min(0).max(100_000)),
  /** What a month may cost before Parley warns, in whole US dollars, or null for no limit. */
  monthLimit: z.number().int().min(1).max(100_000).nullable(),
  /** The Moonshine model: it is used if no other model is chosen, or if that one cannot be used. */
  onDeviceModel: onDeviceModelSchema,
  /** The downloaded or own model that is used in its place, by its id; null for none. */
  installedModel: installedModelIdSchema.nullable(),
  /** The address of a folder with the same files as the catalogue's; empty for their own addresses. */
  modelMirror: z.string().max(500),
  /** The mirrors that a person agreed to. */
  agreedMirrors: z.array(z.string().max(500)).max(20),
  /**
   * Two-letter codes of expected languages; empty: the service detects the language. Pro models
   * only.
   */
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).max(10),
  /** Names and terms to listen for: at most 100 of at most 50 characters. */
  keyTerms: keyTermsSchema,
  speakerLabels: z.boolean(),
  /** The service merges more people than this; null for no limit. */
  maxSpeakers: maxSpeakersSchema,
  /** Whether people are told apart on this computer, also while they speak, and how many there are. */
  deviceSpeakers: z.object({ on: z.boolean(), live: z.boolean(), count: peopleCountSchema }),
  mode: z.enum(serviceModes),
  voiceFocus: z.object({ microphone: voiceFocusSchema, system: voiceFocusSchema }),
  redactPii: z.boolean(),
  filterProfanity: z.object({ service: z.boolean(), onDevice: z.boolean() }),
  /** The recorded sources. This and the next two settings also apply to a running recording. */
  sources: z.object({ microphone: z.boolean(), system: z.boolean() }),
  /** The only program that is heard, by its key; null hears everything. On Linux only. */
  systemProgram: z.string().min(1).max(200).nullable(),
  /** null is the system's default microphone. */
  microphoneId: z.string().max(500).nullable(),
  processing: processingSchema,
  /** Whether each source has its own session, or all are mixed into one for half the price. */
  sessions: z.enum(['per-source', 'one']),
  /** What happens to the audio of a finished meeting, and after how many days it is deleted. */
  sound: z.enum(['compress', 'keep', 'delete']),
  soundDays: z.number().int().min(1).max(3650),
  /** What happens to a recording that seems forgotten, if nobody answers. */
  whenForgotten: whenForgottenSchema,
  /** What happens to a recording after the computer was asleep. */
  afterSleep: z.enum(['go-on', 'paused']),
  /** The language of the app. It counts from the next start. */
  language: z.enum(['system', ...languageCodes]),
  theme: themeSchema,
  /** The text size of the window, in percent. */
  textSize: z.literal([...textSizes]),
  /** `more` and `reduced` apply even if the system does not ask for them. */
  contrast: z.enum(['system', 'more']),
  motion: z.enum(['system', 'reduced']),
  announcer: z.enum(announcerRates),
  captions: captionsSettingsSchema,
  /** Whether a person has finished or skipped the checks of the first start. */
  firstRunDone: z.boolean(),
  /** The keys of each action that works while another program is in front. */
  shortcuts: shortcutsSchema,
  /** Whether Parley stays in the tray when its window is closed. */
  keepRunning: z.boolean(),
  /** Whether Parley starts, in the tray, when this person signs in. */
  startAtLogin: z.boolean(),
  /** Whether calls are noticed, and the programs whose calls are not. */
  calls: z.object({ notice: z.boolean(), ignored: z.array(callProgramSchema).max(100) }),
  /** `once` reminds at the next recording and then turns itself off. */
  consentReminder: z.enum(consentReminders),
  /** What a person pastes into a call; null for the text of Parley. */
  consentText: z.string().max(2_000).nullable(),
  /** What other people do not see when this screen is shared. Not on Linux. */
  privateScreens: z.object({ window: z.boolean(), captions: z.boolean() }),
  /** Whether Parley checks for newer versions and downloads them. */
  updates: z.boolean(),
  /** The choices of the last export. */
  export: exportChoiceSchema,
  /** The folder in which finished meetings are written as Markdown, or null. */
  markdownFolder: z.string().min(1).max(4096).nullable(),
  /** The calendar: a file, or an address that can be a secret. At most one of them. */
  calendarFile: z.string().min(1).max(4096).nullable(),
  calendarAddress: z.string().min(1).max(2_100).nullable(),
  /** Whether the people of an appointment are key terms of its meeting. */
  calendarTerms: z.boolean(),
  chat: chatSettingsSchema,
  chatHosts: chatHostsSchema,
})
export type Settings = z.infer<typeof settingsSchema>
/**
 * SECURITY: a page never names a folder or a file, and never agrees to send text to a host; the
 * dialogs of main do. Main alone hears what answers, and checks the address of a calendar.
 */
export const settingsPatchSchema = settingsSchema
  .omit({
    markdownFolder: true,
    modelAnswers: true,
    chatHosts: true,
    agreedMirrors: true,
    calendarFile: true,
    calendarAddress: true,
  })
  .partial()
export type SettingsPatch = z.infer<typeof settingsPatchSchema>
