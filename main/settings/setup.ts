import { ok } from '../../common/errors'
import type { CallHandlers, Events } from '../boundary'
import { createSettings, type SettingsStore } from './settings'

/** The settings in this folder, and the calls of the window about them. */
export function setupSettings({ events, dataFolder }: { events: Events; dataFolder: string }) {
  const settings: SettingsStore = createSettings({ folder: dataFolder })
  settings.onChange((changed) => events.emit('settings:changed', changed))
  return {
    ...settings,
    handlers: {
      'settings:get': () => ok(settings.get()),
      'settings:set': (patch) => settings.patch(patch),
    } satisfies Partial<CallHandlers>,
  }
}
