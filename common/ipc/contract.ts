import { z } from 'zod'
import { actionIds } from '../model/actions'
import { exampleLanguages, links } from '../model/constants'
import { quickActions } from '../model/shortcuts'
import * as schemas from '../schemas'
import type { CallName, EventName, SendName } from './channels'

/**
 * The shapes of what goes over each channel of channels.ts. `satisfies` makes a channel that is in
 * one of the two files only a type error. Main alone loads this file at run time, and
 * main/boundary/ipc.ts parses every input with it; the pages import its types.
 */

const nothing = z.undefined()
const idOnly = z.object({ id: z.string().min(1).max(64) })
/** Any text: main/keys checks the form of a key and has a sentence for each mistake. */
const keyText = z.string().max(100_000)
const modelOnly = z.object({ id: schemas.installedModelIdSchema })
const keep = z.enum(['keychain', 'memory'])

/** Request and answer. Each call returns Result<result>; a refused call returns its error. */
export const callSchemas = {
  'app:info': { input: nothing, result: schemas.appInfoSchema },
  /** The place that a link asks to open, once; null if there is none. */
  'deep-link:take': { input: nothing, result: schemas.placeSchema.nullable() },
  /** Sorted by name; requested when a person wants to read them. */
  /** Quits and starts again, for a setting that counts from the next start. */
  'app:restart': { input: nothing, result: nothing },
  'app:notices': { input: nothing, result: z.array(schemas.noticeSchema) },
  'settings:get': { input: nothing, result: schemas.settingsSchema },
  'settings:set': { input: schemas.settingsPatchSchema, result: schemas.settingsSchema },
  /** What this month has cost at the service until now. */
  'usage:month': { input: nothing, result: schemas.monthUsageSchema },
  'usage:meeting': { input: idOnly, result: z.array(schemas.modelUsageSchema) },
  'keys:list': { input: nothing, result: schemas.keyListSchema },
  'keys:add': {
    input: z.object({ name: z.string().max(200), zone: schemas.zoneSchema, key: keyText, keep }),
    result: schemas.keyInfoSchema,
  },
  'keys:replace': { input: idOnly.extend({ key: keyText, keep }), result: schemas.keyInfoSchema },
  'keys:test': { input: idOnly, result: schemas.keyInfoSchema },
  'keys:remove': { input: idOnly, result: nothing },
  'keys:use': { input: idOnly, result: nothing },
  /** The models of the chosen provider, in its own order. */
  'chat:models': { input: nothing, result: z.array(z.string()) },
  /** Whether there is a key for the host of `other`. */
  'chat:has-key': { input: nothing, result: z.boolean() },
  /** The key for the host of `other`, as its address is now. */
  'chat:set-key': { input: z.object({ key: keyText, keep }), result: nothing },
  'chat:remove-key': { input: nothing, result: nothing },
  /** The proxy that waits for a person to sign in. */
  'proxy:question': { input: nothing, result: schemas.proxyQuestionSchema.nullable() },
  'proxy:sign-in': { input: schemas.proxySignInSchema, result: schemas.proxySignedInSchema },
  'tokens:try': { input: schemas.tokenParametersSchema, result: schemas.tokenReportSchema },
  'tokens:example': {
    input: z.object({
      language: z.enum(exampleLanguages),
      parameters: schemas.tokenParametersSchema,
    }),
    result: z.string(),
  },
  'recording:start': { input: nothing, result: z.object({ meetingId: z.string() }) },
  'recording:stop': { input: nothing, result: nothing },
  'recording:pause': { input: nothing, result: nothing },
  'recording:resume': { input: nothing, result: nothing },
  /** Records no microphone until it is taken back, or until the recording ends. */
  'recording:mute': { input: z.object({ muted: z.boolean() }), result: nothing },
  'recording:status': { input: nothing, result: schemas.recordingStatusSchema },
  /** Meeting[] as JSON: a text is copied at once. */
  'meetings:list': { input: nothing, result: z.string() },
  'meetings:get': { input: idOnly, result: schemas.packedTextSchema },
  /** The part after a place; null asks for the first part. */
  'meetings:words': {
    input: idOnly.extend({ after: schemas.turnPlaceSchema.nullable() }),
    result: schemas.packedWordsSchema,
  },
  'meetings:waveform': { input: idOnly, result: schemas.waveformSchema },
  /** Meetings that an earlier run of the app did not close, the newest first. */
  'meetings:recovered': { input: nothing, result: z.array(z.string()) },
  'meetings:answer-recovered': {
    input: idOnly.extend({ answer: z.enum(['opened', 'later']) }),
    result: nothing,
  },
  /** As the engines transcribed it, without corrections. */
  'meetings:original': { input: idOnly, result: schemas.packedTextSchema },
  'meetings:brief': { input: idOnly, result: schemas.briefSchema },
  /** A meeting that is being recorded follows within a second. */
  'meetings:set-brief': { input: idOnly.extend({ brief: schemas.briefSchema }), result: nothing },
  /** Moves it to the bin, where it stays complete for 30 days. */
  'meetings:bin': { input: idOnly, result: nothing },
  'bin:list': { input: nothing, result: z.array(schemas.meetingSchema) },
  'bin:restore': { input: idOnly, result: nothing },
  /** Deletes it permanently, with its audio. */
  'bin:delete': { input: idOnly, result: nothing },
  'bin:empty': { input: nothing, result: nothing },
  'corrections:edit': {
    input: idOnly.extend({ edit: schemas.editSchema }),
    result: schemas.editHistorySchema,
  },
  'corrections:undo': { input: idOnly, result: schemas.editHistorySchema },
  'corrections:redo': { input: idOnly, result: schemas.editHistorySchema },
  'corrections:history': { input: idOnly, result: schemas.editHistorySchema },
  'marks:list': { input: idOnly, result: z.array(schemas.markSchema) },
  /** At this time, or now if `atMs` is null and the meeting is being recorded. */
  'marks:add': {
    input: idOnly.extend({ atMs: schemas.markSchema.shape.atMs.nullable() }),
    result: z.array(schemas.markSchema),
  },
  'marks:remove': {
    input: idOnly.extend(schemas.markSchema.shape),
    result: z.array(schemas.markSchema),
  },
  'notes:get': { input: idOnly, result: z.array(schemas.noteLineSchema) },
  /**
   * The whole text. New lines get the time `atMs`, or now if it is null and the meeting is being
   * recorded; otherwise they have no time.
   */
  'notes:write': {
    input: idOnly.extend({
      text: z.string().max(1_000_000),
      atMs: schemas.markSchema.shape.atMs.nullable(),
    }),
    result: z.array(schemas.noteLineSchema),
  },
  'minutes:state': { input: idOnly, result: schemas.minutesStateSchema },
  /** Asks the chosen model; `minutes:changed` reports what arrives. */
  'minutes:write': { input: idOnly.extend({ template: z.string().max(200) }), result: nothing },
  'minutes:cancel': { input: idOnly, result: nothing },
  'minutes:undo': { input: idOnly, result: nothing },
  'minutes:redo': { input: idOnly, result: nothing },
  /** Ticks a task, by the indexes of its section and its line. */
  'minutes:set-done': {
    input: idOnly.extend({
      section: z.number().int().nonnegative(),
      line: z.number().int().nonnegative(),
      isDone: z.boolean(),
    }),
    result: nothing,
  },
  /** The templates, and the one that fits this meeting. */
  'minutes:templates': {
    input: z.object({ id: z.string().max(64).nullable() }),
    result: schemas.minuteTemplatesSchema,
  },
  /** A title and tags that a model suggests; a person accepts them by a correction. */
  'suggestions:state': { input: idOnly, result: schemas.suggestionStateSchema },
  /** Asks the chosen model for them alone; `suggestions:changed` reports its answer. */
  'suggestions:ask': { input: idOnly, result: nothing },
  'suggestions:cancel': { input: idOnly, result: nothing },
  'suggestions:dismiss': { input: idOnly, result: nothing },
  /** What a meeting hides in exports and from models, and with `find` what the rules find besides. */
  'redactions:state': {
    input: idOnly.extend({ find: z.boolean() }),
    result: schemas.redactionStateSchema,
  },
  'redactions:add': {
    input: idOnly.extend({ redactions: z.array(schemas.newRedactionSchema).max(10_000) }),
    result: nothing,
  },
  /** Hides the whole words of a selected part. */
  'redactions:hide': {
    input: idOnly.extend({ part: schemas.transcriptPartSchema }),
    result: nothing,
  },
  'redactions:remove': {
    input: idOnly.extend({ ids: z.array(z.number().int()).max(10_000) }),
    result: nothing,
  },
  /** Names that speakers without one give as their own; a person decides. */
  'names:suggest': { input: idOnly, result: z.array(schemas.nameSuggestionSchema) },
  /** Tells the people of a finished meeting apart again; it answers when that is done. */
  'speakers:tell-apart': {
    input: idOnly.extend({ count: schemas.peopleCountSchema }),
    result: nothing,
  },
  'voices:list': { input: nothing, result: z.array(schemas.keptVoiceSchema) },
  /** Keeps the voice of the speaker of this turn under their name; all kept voices. */
  'voices:keep': {
    input: idOnly.extend({ turn: schemas.turnIdSchema }),
    result: z.array(schemas.keptVoiceSchema),
  },
  'voices:remove': {
    input: z.object({ id: schemas.keptVoiceSchema.shape.id }),
    result: z.array(schemas.keptVoiceSchema),
  },
  /** Names for speakers without one whose voice is like one that was kept; a person decides. */
  'voices:suggest': { input: idOnly, result: z.array(schemas.nameSuggestionSchema) },
  /** Answered from one meeting, or for null from all of them. A new question ends the one before. */
  'ask:question': {
    input: z.object({
      id: z.string().min(1).max(64).nullable(),
      question: z.string().trim().min(1).max(1_000),
    }),
    result: schemas.answerSchema,
  },
  'ask:cancel': { input: nothing, result: nothing },
  /** Shows the folder of the templates, which are Markdown files. */
  'minutes:open-templates': { input: nothing, result: nothing },
  'search:find': { input: schemas.searchQuerySchema, result: schemas.searchResultSchema },
  'search:filters': { input: nothing, result: schemas.searchFiltersSchema },
  'meetings:export': {
    input: idOnly.extend({ choice: schemas.exportChoiceSchema }),
    result: z.object({ path: z.string() }),
  },
  /** The selected part, or everything, as text and as HTML for the clipboard. */
  'meetings:clipping': {
    input: idOnly.extend({
      part: schemas.transcriptPartSchema.nullable(),
      choice: schemas.exportChoiceSchema.pick({ times: true, speakers: true }),
    }),
    result: schemas.clippingSchema,
  },
  /** Opens the system's dialog for the folder of Markdown files; `cancelled` if it was closed. */
  'markdown:choose-folder': { input: nothing, result: schemas.settingsSchema },
  'markdown:stop': { input: nothing, result: schemas.settingsSchema },
  'markdown:state': { input: nothing, result: schemas.markdownStateSchema },
  /** Listens to both sources for a few seconds; `sound-check:changed` reports the findings. */
  'sound-check:start': { input: nothing, result: nothing },
  'sound-check:end': { input: nothing, result: nothing },
  /** Opens the system's dialog for audio and video files. */
  'imports:choose-files': { input: nothing, result: nothing },
  'imports:drop': {
    input: z.object({ paths: z.array(z.string().min(1).max(32_768)).max(1000) }),
    result: nothing,
  },
  'imports:cancel': { input: idOnly, result: nothing },
  'imports:list': { input: nothing, result: z.array(schemas.importSchema) },
  /** Transcribes a meeting or a part of it again with the engine in use. */
  'retranscription:start': {
    input: idOnly.extend({ part: schemas.retranscriptionPartSchema }),
    result: nothing,
  },
  'retranscription:cancel': { input: nothing, result: nothing },
  /** Accepts the new text, with or without the turns that a person corrected. */
  'retranscription:accept': { input: z.object({ corrected: z.boolean() }), result: nothing },
  /** Takes the new text of one turn, or keeps the one of today. */
  'retranscription:choose': {
    input: z.object({ key: z.string().max(200), take: z.boolean() }),
    result: nothing,
  },
  /** The turns that differ and were not decided yet, in the order of the time line. */
  'retranscription:differences': {
    input: nothing,
    result: z.array(schemas.textDifferenceSchema),
  },
  'retranscription:state': {
    input: nothing,
    result: schemas.retranscriptionStateSchema.nullable(),
  },
  /** Why gaps stay open that were to be filled. */
  'gaps:problems': { input: nothing, result: z.array(schemas.gapProblemSchema) },
  'storage:usage': { input: nothing, result: schemas.storageUseSchema },
  'library:copies': { input: nothing, result: z.array(schemas.libraryCopySchema) },
  /** Restarts the app with this copy; refused while recording. */
  'library:restore': { input: z.object({ name: z.string().max(256) }), result: nothing },
  'update:state': { input: nothing, result: schemas.updateStateSchema },
  /** Asks the server for a newer version now. */
  'update:check': { input: nothing, result: schemas.updateStateSchema },
  /** Quits and starts the downloaded version; refused while recording. */
  'update:restart': { input: nothing, result: nothing },
  'local-engine:state': { input: nothing, result: schemas.engineStateSchema },
  /** What the engine on this computer used for a meeting; null for one of the service. */
  'meetings:engine-use': { input: idOnly, result: schemas.engineUseSchema.nullable() },
  'models:state': { input: nothing, result: schemas.modelsStateSchema },
  /** Starts or resumes a download; `models:changed` reports its progress. */
  'models:download': { input: modelOnly, result: nothing },
  'models:pause': { input: modelOnly, result: nothing },
  /** Stops a download, and deletes what has arrived. */
  'models:cancel': { input: modelOnly, result: nothing },
  'models:remove': { input: modelOnly, result: nothing },
  /** Lets a model that was set aside be loaded again. */
  'models:try-again': { input: modelOnly, result: nothing },
  /** Asks for files that were downloaded elsewhere; `cancelled` if the dialog was closed. */
  'models:choose-files': { input: nothing, result: nothing },
  /** Asks for the folder of a person's own model; `cancelled` if the dialog was closed. */
  'models:choose-folder': { input: nothing, result: nothing },
  'models:licence': { input: modelOnly, result: z.string() },
  'devices:list': { input: nothing, result: z.array(schemas.audioDeviceSchema) },
  /** The programs that play now. `system-unsupported` where a single one cannot be heard. */
  'system-sound:programs': { input: nothing, result: z.array(schemas.playingProgramSchema) },
  /** Unmutes what keeps a program from being heard. */
  'system-sound:open-monitors': { input: nothing, result: nothing },
  'calendar:state': { input: nothing, result: schemas.calendarStateSchema },
  /** Opens the system's dialog for a calendar file; `cancelled` if it was closed. */
  'calendar:choose-file': { input: nothing, result: schemas.settingsSchema },
  /** Uses the calendar at this address, which is asked for it from now on. */
  'calendar:set-address': {
    input: z.object({ address: z.string().max(2_000) }),
    result: schemas.settingsSchema,
  },
  'calendar:remove': { input: nothing, result: schemas.settingsSchema },
  /** Reads the calendar now. */
  'calendar:refresh': { input: nothing, result: nothing },
  /** Whom the appointment of this meeting names. */
  'calendar:people': { input: idOnly, result: z.array(z.string()) },
  'calls:state': { input: nothing, result: schemas.callsStateSchema },
  'calls:answer': { input: z.object({ answer: schemas.callAnswerSchema }), result: nothing },
  'forgotten:state': { input: nothing, result: schemas.forgottenStateSchema },
  /** The running recording was not forgotten. */
  'forgotten:keep': { input: nothing, result: nothing },
  /** Asks at this time whether the running recording stops; null for never. */
  'forgotten:set-end': {
    input: z.object({ at: z.number().int().nonnegative().nullable() }),
    result: nothing,
  },
  /** The recording about which a person should ask the others. */
  'consent:question': { input: nothing, result: schemas.consentQuestionSchema.nullable() },
  /** Notes in a meeting that its people agreed, or takes that back. */
  'consent:note': {
    input: idOnly.extend({ how: schemas.consentSchema.shape.how.nullable() }),
    result: nothing,
  },
  'consent:dismiss': { input: nothing, result: nothing },
  'shortcuts:states': { input: nothing, result: schemas.shortcutStatesSchema },
  /** Gives all keys back while a person chooses new ones. */
  'shortcuts:suspend': { input: z.object({ suspended: z.boolean() }), result: nothing },
  'links:open': { input: z.object({ link: z.enum(links) }), result: nothing },
  /** Whether the captions window is open. */
  'captions:shown': { input: nothing, result: z.boolean() },
  /** Showing an open window moves the keyboard focus to it. */
  'captions:show': { input: z.object({ shown: z.boolean() }), result: nothing },
  'captions:content': { input: nothing, result: schemas.captionsContentSchema },
  /** The only settings that the captions page can change. */
  'captions:set': { input: schemas.captionsSettingsSchema.partial(), result: nothing },
  'recorder:token': {
    input: z.object({ recordingId: z.string().max(64), source: schemas.sourceSchema }),
    result: schemas.sessionGrantSchema,
  },
  /** Lets this page ask for system audio once, immediately. */
  'recorder:system-audio': { input: nothing, result: schemas.systemAudioGrantSchema },
} as const satisfies Record<CallName, { input: z.ZodType; result: z.ZodType }>

/** One way, from a page to main. */
export const sendSchemas = {
  'captions:close': { input: nothing },
  'captions:drag': { input: schemas.captionsDragSchema },
  /** The first picture of the window, with its content. */
  'window:drawn': { input: nothing },
  'recorder:ready': { input: nothing },
  /**
   * The recorder runs, and its monotonic clock reads `nowMs`: a few times at its start, then twice a
   * second while it records.
   */
  'recorder:alive': { input: z.object({ nowMs: z.number() }) },
  /** The browser leaves out of the system audio what Parley plays. */
  'recorder:own-sound-left-out': { input: nothing },
  'recorder:event': { input: schemas.recorderEventSchema },
  /** The session of a test began and ended, or why it did not begin. */
  'recorder:tested': { input: schemas.sessionTestedSchema },
} as const satisfies Record<SendName, { input: z.ZodType }>

/** One way, from main to pages. */
export const eventSchemas = {
  /** A command of the application menu, which the window carries out. */
  'app:command': { payload: z.enum(actionIds) },
  /** A link asks to open a place, which `deep-link:take` returns. */
  'deep-link:received': { payload: nothing },
  'settings:changed': { payload: schemas.settingsSchema },
  'calendar:changed': { payload: schemas.calendarStateSchema },
  'calls:changed': { payload: schemas.callOfferSchema.nullable() },
  'forgotten:changed': { payload: schemas.forgottenStateSchema },
  'consent:changed': { payload: schemas.consentQuestionSchema.nullable() },
  'shortcuts:changed': { payload: schemas.shortcutStatesSchema },
  'shortcuts:pressed': { payload: z.enum(quickActions) },
  'usage:changed': { payload: schemas.monthUsageSchema },
  'keys:changed': { payload: schemas.keyListSchema },
  'proxy:question': { payload: schemas.proxyQuestionSchema.nullable() },
  'update:changed': { payload: schemas.updateStateSchema },
  'local-engine:changed': { payload: schemas.engineStateSchema },
  'models:changed': { payload: schemas.modelsStateSchema },
  'devices:changed': { payload: z.array(schemas.audioDeviceSchema) },
  'meetings:changed': { payload: schemas.meetingSchema },
  /** A meeting was deleted permanently, such as one whose microphone never opened. */
  'meetings:removed': { payload: idOnly },
  'recording:status': { payload: schemas.recordingStatusSchema },
  'imports:changed': { payload: z.array(schemas.importSchema) },
  /** A file could not be imported, or only in part; `detail` begins with its name. */
  'imports:failed': { payload: schemas.errorValueSchema },
  'retranscription:changed': { payload: schemas.retranscriptionStateSchema.nullable() },
  'retranscription:failed': { payload: schemas.errorValueSchema },
  'markdown:changed': { payload: schemas.markdownStateSchema },
  'recording:level': { payload: schemas.levelSchema },
  'sound-check:changed': { payload: schemas.soundCheckSchema },
  'sound-check:level': { payload: schemas.levelSchema },
  'transcript:turn': { payload: z.object({ meetingId: z.string(), turn: schemas.turnSchema }) },
  'transcript:turn-dropped': {
    payload: z.object({
      meetingId: z.string(),
      sessionId: z.string(),
      turnOrder: z.number().int(),
    }),
  },
  'gaps:problems-changed': { payload: z.array(schemas.gapProblemSchema) },
  'transcript:gap': { payload: z.object({ meetingId: z.string(), gap: schemas.gapSchema }) },
  /** A correction or its undo: `turns` are shown now, the others are not shown any more. */
  'transcript:corrected': {
    payload: z.object({
      meetingId: z.string(),
      /** Turn[] as JSON: a name can reach thousands. */
      turns: z.string(),
      dropped: z.array(schemas.turnIdSchema),
      history: schemas.editHistorySchema,
    }),
  },
  'marks:changed': {
    payload: z.object({ meetingId: z.string(), marks: z.array(schemas.markSchema) }),
  },
  'minutes:changed': { payload: schemas.minutesStateSchema },
  'suggestions:changed': { payload: schemas.suggestionStateSchema },
  /** The captions window was opened or closed. */
  'captions:changed': { payload: z.boolean() },
  'captions:look': { payload: schemas.captionsLookSchema },
  /** Zero of the system's monotonic clock, in ms of the recorder's. It comes before each order. */
  'recorder:clock': { payload: z.object({ systemZeroAt: z.number() }) },
  'recorder:start': { payload: schemas.recorderStartSchema },
  /** The sources, devices or processing changed, or a pause started or ended. */
  'recorder:configure': { payload: schemas.recorderOrderSchema },
  /** Like a recording, but without words. */
  'recorder:sound-check': { payload: schemas.recorderOrderSchema },
  'recorder:test': { payload: schemas.sessionTestSchema },
  'recorder:stop': { payload: z.object({ recordingId: z.string() }) },
  /** The way to the service is open again: sessions that wait for another try are opened at once. */
  'recorder:retry': { payload: nothing },
} as const satisfies Record<EventName, { payload: z.ZodType }>

export type CallInput<C extends CallName> = z.output<(typeof callSchemas)[C]['input']>
export type CallResult<C extends CallName> = z.output<(typeof callSchemas)[C]['result']>
export type SendInput<S extends SendName> = z.output<(typeof sendSchemas)[S]['input']>
export type EventPayload<E extends EventName> = z.output<(typeof eventSchemas)[E]['payload']>
