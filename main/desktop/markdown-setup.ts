import type { BrowserWindow } from 'electron'
import type { Result } from '../../preload/errors'
import { mainMessages } from '../../preload/main-messages'
import type { MarkdownState, Settings } from '../../preload/model'
import { createMarkdownFolder, type MarkdownFolder } from '../exports/markdown-folder'
import type { Library } from '../library/library'
import type { SettingsStore } from '../settings'
import { chooseFolder } from './choose-folder'

/** The folder of Markdown files, with the dialog that chooses it. */
export interface Markdown extends MarkdownFolder {
  readonly choose: () => Promise<Result<Settings>>
  /** Writes no more; what was written stays. */
  readonly stopWriting: () => Result<Settings>
}

export function setupMarkdown(setup: {
  readonly library: Library
  readonly settings: SettingsStore
  readonly window: () => BrowserWindow | null
  /** Where the dialog begins the first time. */
  readonly documents: () => string
  readonly onState: (state: MarkdownState) => void
}): Markdown {
  const { library, settings, onState } = setup
  const folder = () => settings.get().markdownFolder
  const files = createMarkdownFolder({ library, folder, onState })
  function set(markdownFolder: string | null): Result<Settings> {
    const before = folder()
    const saved = settings.patch({ markdownFolder })
    if (saved.ok && before !== markdownFolder) files.folderChanged()
    return saved
  }
  return {
    ...files,
    choose: async () => {
      const begin = folder() ?? setup.documents()
      const chosen = await chooseFolder(setup.window(), mainMessages.markdownFolder, begin)
      return chosen.ok ? set(chosen.value) : chosen
    },
    stopWriting: () => set(null),
  }
}
