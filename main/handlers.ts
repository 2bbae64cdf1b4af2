import type { Notice } from '../preload/contract'
import { ok, type Result } from '../preload/errors'
import {
  packText,
  packWords,
  type Place,
  type StorageUse,
  type SystemAudioGrant,
} from '../preload/model'
import { tokenParameters } from '../preload/token-parameters'
import type { CaptionsCalls } from './captions/setup'
import type { Check } from './check/check'
import type { Engine } from './engine/engine'
import type { Markdown } from './desktop/markdown-setup'
import type { MeetingExport } from './desktop/meeting-export'
import { clippingOf } from './exports/clipping'
import type { ImportCalls } from './import/setup'
import type { CallHandlers } from './ipc'
import type { Keys } from './keys/keys'
import type { Library } from './library/library'
import type { MeetingCalls } from './meeting-calls'
import { openLink } from './links'
import type { Recovered } from './recovered'
import type { WritingAgain } from './repair/again'
import type { Recordings } from './recording/recording'
import { tokenExample } from './service/examples'
import type { createTryToken } from './service/try-token'
import { zoneHosts } from './service/zones'
import type { SettingsStore } from './settings'
import type { Updates } from './update/updates'

export interface HandlerParts {
  readonly info: { version: string; electron: string; chromium: string; platform: NodeJS.Platform }
  /** The place that a link asks to open; told once. */
  readonly askedPlace: () => Place | null
  readonly notices: () => Result<Notice[]>
  readonly settings: SettingsStore
  readonly keys: Keys
  readonly tryToken: ReturnType<typeof createTryToken>
  readonly recordings: Recordings
  readonly library: Library
  readonly recovered: Recovered
  readonly engine: Engine
  readonly check: Check
  readonly exportMeeting: MeetingExport
  readonly allowSystemAudio: () => Promise<Result<SystemAudioGrant>>
  readonly meetingCalls: MeetingCalls
  readonly markdown: Markdown
  readonly importCalls: ImportCalls
  readonly captionsCalls: CaptionsCalls
  readonly again: WritingAgain
  readonly storageUse: () => Promise<Result<StorageUse>>
  readonly updates: Updates
}

/** What answers each call of the contract: one line a channel, the work is in the parts. */
export function createHandlers(parts: HandlerParts): CallHandlers {
  const { settings, keys, recordings, library, engine } = parts
  return {
    'app:info': () => ok({ ...parts.info, readOnly: library.readOnly }),
    'app:asked-place': () => ok(parts.askedPlace()),
    'app:notices': () => parts.notices(),
    'settings:get': () => ok(settings.get()),
    'settings:set': (patch) => settings.patch(patch),
    'keys:list': () => ok(keys.list()),
    'keys:add': (input) => keys.add(input),
    'keys:replace': (input) => keys.replace(input),
    'keys:test': (input) => keys.test(input),
    'keys:remove': (input) => keys.remove(input),
    'keys:use': (input) => keys.use(input),
    'tokens:try': (parameters) => parts.tryToken(parameters),
    'tokens:example': ({ language, parameters }) => {
      const inUse = keys.list().keys.find((key) => key.inUse)
      const origin = zoneHosts(inUse?.zone ?? 'default', null).rest
      return ok(tokenExample(language, { origin, parameters: withinRange(parameters) }))
    },
    'recording:start': () => recordings.start(),
    'recording:stop': () => recordings.stop(),
    'recording:pause': () => recordings.pause(),
    'recording:resume': () => recordings.resume(),
    'recording:status': () => ok(recordings.status()),
    'meetings:list': () => library.meetings.list(),
    'meetings:get': ({ id }) => {
      const text = library.text(id)
      return text.ok ? ok(packText(text.value)) : text
    },
    'meetings:words': ({ id }) => {
      const words = library.turns.words(id)
      return words.ok ? ok(packWords(words.value)) : words
    },
    'meetings:waveform': ({ id }) => library.waveform(id),
    'meetings:recovered': () => parts.recovered.list(),
    'meetings:answer-recovered': ({ id, answer }) => parts.recovered.answer(id, answer),
    ...parts.meetingCalls,
    'meetings:export': ({ id, choice }) => parts.exportMeeting(id, choice),
    'meetings:clipping': ({ id, part, choice }) => {
      const text = library.text(id)
      return text.ok ? ok(clippingOf(text.value, part, choice)) : text
    },
    ...parts.importCalls,
    ...parts.captionsCalls,
    'markdown:choose-folder': () => parts.markdown.choose(),
    'markdown:stop': () => parts.markdown.stopWriting(),
    'markdown:state': () => ok(parts.markdown.state()),
    'check:start': () => parts.check.start(),
    'check:end': () => {
      parts.check.end()
      return ok(undefined)
    },
    'again:start': ({ id, part }) => parts.again.start(id, part),
    'again:cancel': () => parts.again.cancel(),
    'again:accept': () => parts.again.accept(),
    'again:state': () => ok(parts.again.state()),
    'storage:use': () => parts.storageUse(),
    'update:state': () => ok(parts.updates.state()),
    'update:check': () => ok(parts.updates.check()),
    'update:restart': () => parts.updates.restart(),
    'engine:state': () => ok(engine.state()),
    'devices:list': () => ok(recordings.devices()),
    'links:open': ({ link }) => openLink(link, parts.info.platform),
    'recorder:token': ({ recordingId, source }) => recordings.lend(recordingId, source),
    'recorder:system-audio': () => parts.allowSystemAudio(),
  }
}

/** An example is to be run as it stands, so a value out of range gives way to the nearest in it. */
function withinRange(parameters: Record<keyof typeof tokenParameters, number>) {
  const nearest = (name: keyof typeof tokenParameters) => {
    const { min, max, default: usual } = tokenParameters[name]
    const value = Math.round(parameters[name])
    return Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : usual
  }
  return {
    expiresInSeconds: nearest('expiresInSeconds'),
    maxSessionDurationSeconds: nearest('maxSessionDurationSeconds'),
  }
}
