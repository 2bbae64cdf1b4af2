import { z } from 'zod'
import { errorValueSchema } from './errors'
import * as model from './model'
import { tokenParametersSchema } from './token-parameters'

/**
 * Every channel between main and the pages, once: its name, which page roles may use it, and the
 * shapes of what goes over it. main/ipc.ts enforces this list; preload/bridge.ts is built from it.
 */

export const roles = ['window', 'captions', 'recorder', 'importer'] as const
export type Role = (typeof roles)[number]

const nothing = z.undefined()
const idOnly = z.object({ id: z.string().min(1).max(64) })
/** Loose on purpose: what a key may be is checked in main/keys, which has a sentence for each fault. */
const keyText = z.string().max(100_000)
const keep = z.enum(['keychain', 'memory'])

export const exampleLanguages = ['curl', 'javascript', 'python', 'java', 'go'] as const
export type ExampleLanguage = (typeof exampleLanguages)[number]

export const links = [
  'assemblyai-keys',
  'assemblyai-token-docs',
  'microphone-settings',
  'system-audio-settings',
] as const
export type Link = (typeof links)[number]

export const commands = [
  'record-or-stop',
  'import',
  'pause-or-resume',
  'open-settings',
  'search',
] as const
export type Command = (typeof commands)[number]

export const appInfoSchema = z.object({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  platform: z.string(),
  /** Why the library can be read and not changed, or null where all is well. */
  readOnly: errorValueSchema.nullable(),
})
export type AppInfo = z.infer<typeof appInfoSchema>

/** One piece of third-party software that Parley contains. `version` is its own. */
export const noticeSchema = z.object({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  text: z.string(),
})
export type Notice = z.infer<typeof noticeSchema>

/** Request and answer. Each answers with Result<result>; a refused call answers with its code. */
export const calls = {
  'app:info': { roles: ['window'], input: nothing, result: appInfoSchema },
  /** The place that a link asks to open, once; null where there is none. */
  'app:asked-place': { roles: ['window'], input: nothing, result: model.placeSchema.nullable() },
  /** By name; asked for when somebody wants to read them. */
  'app:notices': { roles: ['window'], input: nothing, result: z.array(noticeSchema) },
  'settings:get': { roles: ['window'], input: nothing, result: model.settingsSchema },
  'settings:set': {
    roles: ['window'],
    input: model.settingsPatchSchema,
    result: model.settingsSchema,
  },
  'keys:list': { roles: ['window'], input: nothing, result: model.keyListSchema },
  'keys:add': {
    roles: ['window'],
    input: z.object({ name: z.string().max(200), zone: model.zoneSchema, key: keyText, keep }),
    result: model.keyInfoSchema,
  },
  'keys:replace': {
    roles: ['window'],
    input: idOnly.extend({ key: keyText, keep }),
    result: model.keyInfoSchema,
  },
  'keys:test': { roles: ['window'], input: idOnly, result: model.keyInfoSchema },
  'keys:remove': { roles: ['window'], input: idOnly, result: nothing },
  'keys:use': { roles: ['window'], input: idOnly, result: nothing },
  'tokens:try': {
    roles: ['window'],
    input: tokenParametersSchema,
    result: model.tokenReportSchema,
  },
  'tokens:example': {
    roles: ['window'],
    input: z.object({ language: z.enum(exampleLanguages), parameters: tokenParametersSchema }),
    result: z.string(),
  },
  'recording:start': {
    roles: ['window'],
    input: nothing,
    result: z.object({ meetingId: z.string() }),
  },
  'recording:stop': { roles: ['window'], input: nothing, result: nothing },
  'recording:pause': { roles: ['window'], input: nothing, result: nothing },
  'recording:resume': { roles: ['window'], input: nothing, result: nothing },
  'recording:status': { roles: ['window'], input: nothing, result: model.recordingStatusSchema },
  'meetings:list': { roles: ['window'], input: nothing, result: z.array(model.meetingSchema) },
  'meetings:get': { roles: ['window'], input: idOnly, result: model.packedTextSchema },
  'meetings:words': { roles: ['window'], input: idOnly, result: model.packedWordsSchema },
  'meetings:waveform': { roles: ['window'], input: idOnly, result: model.waveformSchema },
  /** Meetings that an earlier run of the app did not close, to be offered; the newest first. */
  'meetings:recovered': { roles: ['window'], input: nothing, result: z.array(z.string()) },
  'meetings:answer-recovered': {
    roles: ['window'],
    input: idOnly.extend({ answer: z.enum(['opened', 'later']) }),
    result: nothing,
  },
  /** As the engines said it, without what a person corrected. */
  'meetings:original': { roles: ['window'], input: idOnly, result: model.packedTextSchema },
  'meetings:rename': {
    roles: ['window'],
    input: idOnly.extend({ title: z.string().trim().min(1).max(200) }),
    result: nothing,
  },
  'meetings:set-tags': {
    roles: ['window'],
    input: idOnly.extend({ tags: z.array(z.string().trim().min(1).max(40)).max(20) }),
    result: nothing,
  },
  /** Into the bin, where it stays whole for 30 days. */
  'meetings:bin': { roles: ['window'], input: idOnly, result: nothing },
  'bin:list': { roles: ['window'], input: nothing, result: z.array(model.meetingSchema) },
  'bin:restore': { roles: ['window'], input: idOnly, result: nothing },
  /** For good, with its sound. */
  'bin:delete': { roles: ['window'], input: idOnly, result: nothing },
  'bin:empty': { roles: ['window'], input: nothing, result: nothing },
  'corrections:edit': {
    roles: ['window'],
    input: idOnly.extend({ edit: model.editSchema }),
    result: model.editHistorySchema,
  },
  'corrections:undo': { roles: ['window'], input: idOnly, result: model.editHistorySchema },
  'corrections:redo': { roles: ['window'], input: idOnly, result: model.editHistorySchema },
  'corrections:history': { roles: ['window'], input: idOnly, result: model.editHistorySchema },
  'marks:list': { roles: ['window'], input: idOnly, result: z.array(model.markSchema) },
  /** At a moment, or now where `atMs` is null and the meeting is being recorded. */
  'marks:add': {
    roles: ['window'],
    input: idOnly.extend({ atMs: model.markSchema.shape.atMs.nullable() }),
    result: z.array(model.markSchema),
  },
  'marks:remove': {
    roles: ['window'],
    input: idOnly.extend(model.markSchema.shape),
    result: z.array(model.markSchema),
  },
  'notes:get': { roles: ['window'], input: idOnly, result: z.array(model.noteLineSchema) },
  /**
   * The whole text. Lines that are new are begun at `atMs`, or now where it is null and the meeting
   * is being recorded; else they have no time.
   */
  'notes:write': {
    roles: ['window'],
    input: idOnly.extend({
      text: z.string().max(1_000_000),
      atMs: model.markSchema.shape.atMs.nullable(),
    }),
    result: z.array(model.noteLineSchema),
  },
  'search:find': {
    roles: ['window'],
    input: model.searchQuerySchema,
    result: model.searchResultSchema,
  },
  'search:filters': { roles: ['window'], input: nothing, result: model.searchFiltersSchema },
  'meetings:export': {
    roles: ['window'],
    input: idOnly.extend({ choice: model.exportChoiceSchema }),
    result: z.object({ path: z.string() }),
  },
  /** What goes to the clipboard, as text and as HTML: what was marked, or all of it. */
  'meetings:clipping': {
    roles: ['window'],
    input: idOnly.extend({
      part: model.transcriptPartSchema.nullable(),
      choice: model.exportChoiceSchema.pick({ times: true, speakers: true }),
    }),
    result: model.clippingSchema,
  },
  /** Opens the system's dialog for the folder of Markdown files; `cancelled` where it was closed. */
  'markdown:choose-folder': { roles: ['window'], input: nothing, result: model.settingsSchema },
  'markdown:stop': { roles: ['window'], input: nothing, result: model.settingsSchema },
  'markdown:state': { roles: ['window'], input: nothing, result: model.markdownStateSchema },
  /** Listens to both sources for some seconds; what it finds comes as `check:changed`. */
  'check:start': { roles: ['window'], input: nothing, result: nothing },
  'check:end': { roles: ['window'], input: nothing, result: nothing },
  /** Opens the system's dialog for sound and video files. */
  'imports:open': { roles: ['window'], input: nothing, result: nothing },
  'imports:drop': {
    roles: ['window'],
    input: z.object({ paths: z.array(z.string().min(1).max(32_768)).max(1000) }),
    result: nothing,
  },
  'imports:cancel': { roles: ['window'], input: idOnly, result: nothing },
  'imports:list': { roles: ['window'], input: nothing, result: z.array(model.importSchema) },
  /** Writes a meeting or a part of it down again with the engine in use. */
  'again:start': {
    roles: ['window'],
    input: idOnly.extend({ part: model.againPartSchema }),
    result: nothing,
  },
  'again:cancel': { roles: ['window'], input: nothing, result: nothing },
  /** Takes the new text although it has fewer words. */
  'again:accept': { roles: ['window'], input: nothing, result: nothing },
  'again:state': { roles: ['window'], input: nothing, result: model.againSchema.nullable() },
  'storage:use': { roles: ['window'], input: nothing, result: model.storageUseSchema },
  'update:state': { roles: ['window'], input: nothing, result: model.updateStateSchema },
  /** Asks the server now. */
  'update:check': { roles: ['window'], input: nothing, result: model.updateStateSchema },
  /** Quits and starts the version that was fetched; refused while recording. */
  'update:restart': { roles: ['window'], input: nothing, result: nothing },
  'engine:state': { roles: ['window'], input: nothing, result: model.engineStateSchema },
  'devices:list': { roles: ['window'], input: nothing, result: z.array(model.audioDeviceSchema) },
  'links:open': { roles: ['window'], input: z.object({ link: z.enum(links) }), result: nothing },
  /** Whether the captions window is open. */
  'captions:shown': { roles: ['window'], input: nothing, result: z.boolean() },
  /** To show what is shown already brings the keyboard there. */
  'captions:show': {
    roles: ['window'],
    input: z.object({ shown: z.boolean() }),
    result: nothing,
  },
  'captions:content': {
    roles: ['captions'],
    input: nothing,
    result: model.captionsContentSchema,
  },
  /** The only settings that the captions page can change. */
  'captions:set': {
    roles: ['captions'],
    input: model.captionsSettingsSchema.partial(),
    result: nothing,
  },
  'recorder:token': {
    roles: ['recorder'],
    input: z.object({ recordingId: z.string().max(64), source: model.sourceSchema }),
    result: model.sessionGrantSchema,
  },
  /** Lets this page ask for system audio, once and at once. */
  'recorder:system-audio': {
    roles: ['recorder'],
    input: nothing,
    result: model.systemAudioGrantSchema,
  },
} as const satisfies Record<string, CallShape>

/**
 * SECURITY: calls that the bridge makes itself, with what a person did; no page can make them, or it
 * could name any file.
 */
export const ofBridgeOnly = ['imports:drop'] as const satisfies (keyof typeof calls)[]

/** One way, from a page to main. */
export const sends = {
  'captions:close': { roles: ['captions'], input: nothing },
  'captions:drag': { roles: ['captions'], input: model.captionsDragSchema },
  'recorder:ready': { roles: ['recorder'], input: nothing },
  'recorder:event': { roles: ['recorder'], input: model.recorderEventSchema },
  'recorder:check-event': {
    roles: ['recorder'],
    input: z.object({ recordingId: z.string().max(64), event: model.recorderEventSchema }),
  },
} as const satisfies Record<string, SendShape>

/** One way, from main to pages. */
export const events = {
  /** A command of the application menu, for the window to act upon. */
  'app:command': { roles: ['window'], payload: z.enum(commands) },
  /** A link asks to open a place, which `app:asked-place` tells. */
  'app:place-asked': { roles: ['window'], payload: nothing },
  'settings:changed': { roles: ['window'], payload: model.settingsSchema },
  'keys:changed': { roles: ['window'], payload: model.keyListSchema },
  'update:changed': { roles: ['window'], payload: model.updateStateSchema },
  'engine:changed': { roles: ['window'], payload: model.engineStateSchema },
  'devices:changed': { roles: ['window'], payload: z.array(model.audioDeviceSchema) },
  'meetings:changed': { roles: ['window'], payload: model.meetingSchema },
  /** A meeting is gone for good, such as one whose microphone never opened. */
  'meetings:removed': { roles: ['window'], payload: idOnly },
  'recording:status': { roles: ['window', 'captions'], payload: model.recordingStatusSchema },
  'imports:changed': { roles: ['window'], payload: z.array(model.importSchema) },
  /** A file that could not be brought in, or not whole; `detail` begins with its name. */
  'imports:failed': { roles: ['window'], payload: errorValueSchema },
  'again:changed': { roles: ['window'], payload: model.againSchema.nullable() },
  'again:failed': { roles: ['window'], payload: errorValueSchema },
  'markdown:changed': { roles: ['window'], payload: model.markdownStateSchema },
  'recording:level': { roles: ['window'], payload: model.levelSchema },
  'check:changed': { roles: ['window'], payload: model.soundCheckSchema },
  'check:level': { roles: ['window'], payload: model.levelSchema },
  'transcript:turn': {
    roles: ['window', 'captions'],
    payload: z.object({ meetingId: z.string(), turn: model.turnSchema }),
  },
  'transcript:turn-dropped': {
    roles: ['window', 'captions'],
    payload: z.object({
      meetingId: z.string(),
      sessionId: z.string(),
      turnOrder: z.number().int(),
    }),
  },
  'transcript:gap': {
    roles: ['window'],
    payload: z.object({ meetingId: z.string(), gap: model.gapSchema }),
  },
  /** What a person corrected, or took back: these turns are now read so, those not any more. */
  'transcript:corrected': {
    roles: ['window'],
    payload: z.object({
      meetingId: z.string(),
      /** Turn[] as JSON: a name can reach thousands. */
      turns: z.string(),
      dropped: z.array(model.turnIdSchema),
      history: model.editHistorySchema,
    }),
  },
  'marks:changed': {
    roles: ['window'],
    payload: z.object({ meetingId: z.string(), marks: z.array(model.markSchema) }),
  },
  /** The captions window was opened or closed. */
  'captions:changed': { roles: ['window'], payload: z.boolean() },
  'captions:look': { roles: ['captions'], payload: model.captionsLookSchema },
  'recorder:start': { roles: ['recorder'], payload: model.recorderStartSchema },
  /** What to capture has changed: sources, devices, processing, or a pause. */
  'recorder:change': { roles: ['recorder'], payload: model.recorderOrderSchema },
  /** As a recording, but without words, and with its events under `recorder:check-event`. */
  'recorder:check': { roles: ['recorder'], payload: model.recorderOrderSchema },
  'recorder:stop': { roles: ['recorder'], payload: z.object({ recordingId: z.string() }) },
} as const satisfies Record<string, EventShape>

/** The page message that carries the audio port of one recording, from the preload to the recorder page. */
export const audioPortMessage = 'recorder:port'

type CallShape = { roles: readonly Role[]; input: z.ZodType; result: z.ZodType }
type SendShape = { roles: readonly Role[]; input: z.ZodType }
type EventShape = { roles: readonly Role[]; payload: z.ZodType }

export type CallName = keyof typeof calls
export type CallInput<C extends CallName> = z.output<(typeof calls)[C]['input']>
export type CallResult<C extends CallName> = z.output<(typeof calls)[C]['result']>
export type SendName = keyof typeof sends
export type SendInput<S extends SendName> = z.output<(typeof sends)[S]['input']>
export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]['payload']>
