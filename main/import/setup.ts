import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import { fail, ok, type Result } from '../../preload/errors'
import { mainMessages } from '../../preload/main-messages'
import type { CallHandlers } from '../ipc'
import { openImporterPage } from './importer-page'
import { createImports, type Imports, type ImportsOptions } from './imports'
import { mediaExtensions } from './media-files'
import type { PageFiles } from '../window-options'

/** What answers the calls of the window about files that are brought in. */
export type ImportCalls = Pick<CallHandlers, `imports:${'open' | 'drop' | 'cancel' | 'list'}`>

export interface ImportSetup extends Omit<ImportsOptions, 'folder' | 'openPage' | 'newId'> {
  readonly dataFolder: string
  readonly files: PageFiles
  readonly window: () => BrowserWindow | null
}

/** Files that become meetings, decoded in a page of their own. */
export function setupImports(setup: ImportSetup): { imports: Imports; calls: ImportCalls } {
  const imports = createImports({
    ...setup,
    folder: join(setup.dataFolder, 'library', 'importing'),
    openPage: () => openImporterPage(setup.files),
    newId: randomUUID,
  })
  async function choose(): Promise<Result<undefined>> {
    const options: OpenDialogOptions = {
      title: mainMessages.import.title,
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: mainMessages.import.media, extensions: mediaExtensions },
        { name: mainMessages.import.all, extensions: ['*'] },
      ],
    }
    const window = setup.window()
    const answer = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options))
    return answer.canceled ? fail('cancelled') : imports.add(answer.filePaths)
  }
  return {
    imports,
    calls: {
      'imports:open': choose,
      'imports:drop': ({ paths }) => imports.add(paths),
      'imports:cancel': ({ id }) => imports.cancel(id),
      'imports:list': () => ok([...imports.list()]),
    },
  }
}
