import { join } from 'node:path'
import type { WebContents } from 'electron'
import { ok, type Result } from '../../preload/errors'
import type { CaptionsLook, CaptionsSettings, RecordingStatus, Turn } from '../../preload/model'
import { sendEvent, type CallHandlers, type SendHandlers } from '../ipc'
import type { Library } from '../library/library'
import { createLog } from '../log'
import type { SettingsStore } from '../settings'
import type { PageFiles } from '../window-options'
import { createPlaceMemory } from './memory'
import { createCaptionsWindow } from './window'

const log = createLog('captions')

export type CaptionsCalls = Pick<
  CallHandlers,
  'captions:shown' | 'captions:show' | 'captions:content' | 'captions:set'
>
export type CaptionsSends = Pick<SendHandlers, 'captions:close' | 'captions:drag'>

/** What the menus show of the captions, and do to them. */
export interface CaptionsMenu {
  readonly shown: boolean
  readonly clickThrough: boolean
  readonly toggle: () => void
  readonly toggleClickThrough: () => void
}

export interface Captions {
  readonly calls: CaptionsCalls
  readonly sends: CaptionsSends
  contents(): WebContents[]
  menu(): CaptionsMenu
  /** For good: the app quits. */
  close(): void
}

interface Parts {
  readonly files: PageFiles
  readonly dataFolder: string
  readonly settings: SettingsStore
  readonly library: Pick<Library, 'turns'>
  readonly status: () => RecordingStatus
  /** Runs after each opening and closing. */
  readonly onShown: (shown: boolean) => void
}

/** How far back the captions look for the last words when their page begins, in ms. */
const lookBackMs = 60_000

/** The captions window with its channels. It opens when a person asks for it, and at no other time. */
export function setupCaptions(parts: Parts): Captions {
  const { settings } = parts
  const window = createCaptionsWindow({
    files: parts.files,
    memory: createPlaceMemory(join(parts.dataFolder, 'captions.json')),
    settings: () => settings.get().captions,
    onChange: () => parts.onShown(window.shown()),
  })
  const look = (): CaptionsLook => ({ ...settings.get().captions, theme: settings.get().theme })

  function lastTurns({ meetingId, elapsedMs }: RecordingStatus): Turn[] {
    if (meetingId === null) return []
    const from = Math.max(0, elapsedMs - lookBackMs)
    const turns = parts.library.turns.between(meetingId, from, elapsedMs)
    if (turns.ok) return turns.value
    // What is said from now on comes by itself.
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

  settings.onChange(() => {
    window.apply()
    sendEvent(window.contents(), 'captions:look', look())
  })

  return {
    calls: {
      'captions:shown': () => ok(window.shown()),
      'captions:show': ({ shown }) => {
        window.show(shown)
        return ok(undefined)
      },
      'captions:content': () => {
        const status = parts.status()
        return ok({ look: look(), status, turns: lastTurns(status) })
      },
      'captions:set': (patch) => nothing(set(patch)),
    },
    sends: {
      'captions:close': () => window.show(false),
      'captions:drag': window.drag,
    },
    contents: window.contents,
    menu: () => ({
      shown: window.shown(),
      clickThrough: settings.get().captions.clickThrough,
      toggle: () => window.show(!window.shown()),
      toggleClickThrough: () => set({ clickThrough: !settings.get().captions.clickThrough }),
    }),
    close: window.close,
  }
}

function nothing(result: Result<unknown>): Result<undefined> {
  return result.ok ? ok(undefined) : result
}
