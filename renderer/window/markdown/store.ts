import type { Result } from '../../../common/errors'
import type { MarkdownState, Settings } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { Notices } from '../notices/store'
import type { SettingsFeature } from '../settings/store'
import type { MainProcess } from '../stores/main-process'

/** The folder of Markdown files, one for each finished meeting. */
export interface Markdown {
  readonly state: Readable<MarkdownState>
  readonly chooseFolder: () => Promise<void>
  readonly stop: () => Promise<void>
}

export function createMarkdown(
  main: MainProcess,
  { notices, settings }: { notices: Notices; settings: SettingsFeature },
): Markdown {
  const state = createStore<MarkdownState>({ error: null, waiting: 0 })
  main.on('markdown:changed', (next) => {
    if (next.error && !state.get().error) notices.show(next.error)
    state.set(next)
  })
  main.load('markdown:state', state.set)
  const apply = (changed: Result<Settings>) => {
    if (notices.report(changed)) settings.current.set(changed.value)
  }
  return {
    state,
    chooseFolder: async () => {
      const chosen = await main.call('markdown:choose-folder', undefined)
      if (chosen.ok || chosen.error.code !== 'cancelled') apply(chosen)
    },
    stop: async () => apply(await main.call('markdown:stop', undefined)),
  }
}
