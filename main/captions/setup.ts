import { join } from 'node:path'
import { ok, type Result } from '../../common/errors'
import type { CaptionsLook, CaptionsSettings, RecordingStatus, Turn } from '../../common/model'
import type { CallHandlers, Events, PageFiles, RecordingState, SendHandlers } from '../boundary'
import type { Library } from '../library'
import { createLog } from '../platform'
import type { SettingsStore } from '../settings'
import { createPlaceMemory } from './position-store'
import { createCaptionsWindow } from './window'

const log = createLog('captions')

/** What the menus show and do with the captions. */
export interface CaptionsMenu {
  readonly shown: boolean
  readonly clickThrough: boolean
  readonly toggle: () => void
  readonly toggleClickThrough: () => void
}

interface Setup {
  readonly events: Events
  readonly files: PageFiles
  readonly dataFolder: string
  readonly settings: SettingsStore
  readonly library: Pick<Library, 'turns'>
  readonly recordingState: RecordingState
}

/** How old the last words may be when the captions page starts, in ms. */
const lookBackMs = 60_000

/** The captions window with its channels. It opens only when a person asks for it. */
export function setupCaptions(setup: Setup) {
  const { events, settings } = setup
  const window = createCaptionsWindow({
    files: setup.files,
    memory: createPlaceMemory(join(setup.dataFolder, 'captions.json')),
    settings: () => settings.get().captions,
    onChange: () => events.emit('captions:changed', window.shown()),
  })
  const look = (): CaptionsLook => ({ ...settings.get().captions, theme: settings.get().theme })

  function lastTurns({ meetingId, elapsedMs }: RecordingStatus): Turn[] {
    if (meetingId === null) return []
    const from = Math.max(0, elapsedMs - lookBackMs)
    const turns = setup.library.turns.between(meetingId, from, elapsedMs)
    if (turns.ok) return turns.value
    // The page receives later words as events.
    log.warn('last words not read', { error: turns.error })
    return []
  }

  function set(patch: { [K in keyof CaptionsSettings]?: CaptionsSettings[K] | undefined }) {
    const before = settings.get().captions
    const { size, background, clickThrough } = patch
    return settings.patch({
      captions: {
        size: size ?? before.size,
        background: background ?? before.background,
        clickThrough: clickThrough ?? before.clickThrough,
      },
    })
  }

  events.on('settings:changed', () => {
    window.apply()
    events.emit('captions:look', look())
  })

  return {
    handlers: {
      'captions:shown': () => ok(window.shown()),
      'captions:show': ({ shown }) => {
        window.show(shown)
        return ok(undefined)
      },
      'captions:content': () => {
        const status = setup.recordingState.status()
        return ok({ look: look(), status, turns: lastTurns(status) })
      },
      'captions:set': (patch) => nothing(set(patch)),
    } satisfies Partial<CallHandlers>,
    sends: {
      'captions:close': () => window.show(false),
      'captions:drag': window.drag,
    } satisfies Partial<SendHandlers>,
    menu: (): CaptionsMenu => ({
      shown: window.shown(),
      clickThrough: settings.get().captions.clickThrough,
      toggle: () => window.show(!window.shown()),
      toggleClickThrough: () => set({ clickThrough: !settings.get().captions.clickThrough }),
    }),
    stop: window.close,
  }
}

function nothing(result: Result<unknown>): Result<undefined> {
  return result.ok ? ok(undefined) : result
}
