import { webLinks, type WebLink } from './web-links'

/** Everything that a recording can capture. */
export const capturedSources = ['microphone', 'system'] as const

/** The tracks of an imported file, at most eight. */
export const fileSources = [
  'file',
  'file-2',
  'file-3',
  'file-4',
  'file-5',
  'file-6',
  'file-7',
  'file-8',
] as const

/** Whether a source is recorded, not imported. */
export function isCaptured(source: string): source is (typeof capturedSources)[number] {
  return (capturedSources as readonly string[]).includes(source)
}

/** Where the audio of a meeting comes from. */
export const sources = [...capturedSources, ...fileSources] as const

export const zones = ['default', 'us', 'eu'] as const

export const engineKinds = ['service', 'on-device'] as const

export const serviceModes = ['balanced', 'max_accuracy'] as const

export const voiceFocuses = ['off', 'near-field', 'far-field'] as const

/** What the service charges for on top of a model. */
export const paidExtras = ['key-terms', 'voice-focus', 'redact-pii'] as const

export const onDeviceModels = ['base', 'tiny'] as const

/** The file formats of an export, named by their extensions. */
export const exportFormats = ['txt', 'md', 'docx', 'srt', 'vtt', 'json', 'wav'] as const

/** What a redaction hides: found by rules, or chosen by hand. */
export const redactionKinds = [
  'card',
  'iban',
  'phone',
  'number',
  'email',
  'address',
  'name',
  'hand',
] as const

/** How many days a meeting stays in the bin. */
export const binDays = 30

/** The languages in which the window shows how to request a token. */
export const exampleLanguages = ['curl', 'javascript', 'python', 'java', 'go'] as const
export type ExampleLanguage = (typeof exampleLanguages)[number]

/** Pages of the system's own settings. */
export const systemPages = ['microphone-settings', 'system-audio-settings'] as const
/** Everything outside Parley that the window can open. */
export const links = [...(Object.keys(webLinks) as WebLink[]), ...systemPages] as const
export type Link = (typeof links)[number]

/** How people were asked: aloud, or by a text in the call. */
export const consentWays = ['spoken', 'written'] as const
export type ConsentWay = (typeof consentWays)[number]

/** When Parley reminds a person to ask the others. */
export const consentReminders = ['off', 'once', 'always'] as const

/** Why Parley asks whether a recording was forgotten, and what it does if nobody answers. */
export const forgottenReasons = ['silence', 'end-time'] as const
export const whenForgotten = ['keep', 'stop'] as const

/** How often screen readers read what was said during a recording. */
export const announcerRates = ['each-turn', '10-s', '30-s', 'off'] as const
export type AnnouncerRate = (typeof announcerRates)[number]

export const themes = ['system', 'light', 'dark'] as const

/** The text sizes of the window in percent of the normal size. */
export const textSizes = [90, 100, 110, 125, 150, 175, 200] as const

/** Why the engine on this computer uses the model that it uses. */
export const engineReasons = ['chosen', 'usual', 'too-slow', 'in-place'] as const
export type EngineReason = (typeof engineReasons)[number]
