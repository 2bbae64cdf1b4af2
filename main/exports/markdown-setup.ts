import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import { fail, ok, type Result } from '../../common/errors'
import { mainMessages } from '../../common/text'
import type { MarkdownState, Settings } from '../../common/model'
import type { Exporter } from './exporter'
import { createMarkdownFolder, type MarkdownFolder } from './markdown-folder'
import type { Library } from '../library'
import type { RedactedReader } from '../redaction'
import type { SettingsStore } from '../settings'

/** The folder of Markdown files, with the dialog that chooses it. */
export interface Markdown extends MarkdownFolder {
  readonly choose: () => Promise<Result<Settings>>
  /** Writes no more; the files that exist stay. */
  readonly stopWriting: () => Result<Settings>
}

export function setupMarkdown(setup: {
  readonly library: Pick<Library, 'markdownFiles' | 'readOnly'>
  readonly reader: RedactedReader
  readonly exporter: Pick<Exporter, 'markdown'>
  readonly settings: SettingsStore
  readonly window: () => BrowserWindow | null
  /** Where the dialog opens the first time. */
  readonly documents: () => string
  readonly onState: (state: MarkdownState) => void
}): Markdown {
  const { library, reader, exporter, settings, onState } = setup
  const folder = () => settings.get().markdownFolder
  const files = createMarkdownFolder({ library, reader, exporter, folder, onState })
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

/** Asks for a folder. `cancelled` if the person gave up. */
async function chooseFolder(
  window: BrowserWindow | null,
  title: string,
  defaultPath: string,
): Promise<Result<string>> {
  const choose: OpenDialogOptions = {
    title,
    defaultPath,
    properties: ['openDirectory', 'createDirectory'],
  }
  const answer = await (window
    ? dialog.showOpenDialog(window, choose)
    : dialog.showOpenDialog(choose))
  const [folder] = answer.filePaths
  return answer.canceled || folder === undefined ? fail('cancelled') : ok(folder)
}
