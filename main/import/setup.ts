import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import {
  dialog,
  type BrowserWindow,
  type MessageBoxOptions,
  type OpenDialogOptions,
} from 'electron'
import { fail, ok, type Result } from '../../common/errors'
import { mainMessages } from '../../common/text'
import type { Settings } from '../../common/model'
import type { CallHandlers, Events, PageFiles } from '../boundary'
import { openImporterPage } from '../windows'
import { findFiles, openForImport, type FoundFiles } from './file-check'
import { createImports, type ImportsOptions } from './imports'
import { mediaExtensions } from './media-files'

interface Setup extends Pick<ImportsOptions, 'library'> {
  readonly events: Events
  readonly settings: { get(): Settings }
  readonly dataFolder: string
  readonly files: PageFiles
  readonly mainWindow: { current(): BrowserWindow | null }
}

/** Imports files as meetings; each is decoded in a page of its own. */
export function setupImports({ events, library, settings, dataFolder, files, mainWindow }: Setup) {
  const imports = createImports({
    library,
    events,
    settings: settings.get,
    folder: join(dataFolder, 'library', 'importing'),
    openFile: openForImport,
    openPage: () => openImporterPage(files),
    newId: randomUUID,
  })
  /** Newer versions of Electron open each dialog in Downloads, wherever the last file was. */
  let lastFolder: string | null = null

  async function choose(): Promise<Result<undefined>> {
    const options: OpenDialogOptions = {
      title: mainMessages.import.title,
      ...(lastFolder !== null && { defaultPath: lastFolder }),
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: mainMessages.import.media, extensions: mediaExtensions },
        { name: mainMessages.import.all, extensions: ['*'] },
      ],
    }
    const parent = mainWindow.current()
    const answer = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options))
    const [first] = answer.filePaths
    if (answer.canceled || first === undefined) return fail('cancelled')
    lastFolder = dirname(first)
    return addPaths(answer.filePaths)
  }

  /** Imports files, and the recordings in folders after a question. */
  async function addPaths(paths: readonly string[]): Promise<Result<undefined>> {
    const found = await findFiles(paths)
    const { files, folders, inFolders } = found
    if (folders.length === 0) return imports.add(files)
    if (inFolders.length === 0) {
      return files.length === 0 ? fail('import-folder-empty') : imports.add(files)
    }
    const accepted = await askForFolders(found)
    const wanted = accepted ? [...files, ...inFolders] : files
    return wanted.length === 0 ? fail('cancelled') : imports.add(wanted)
  }

  async function askForFolders({ folders, inFolders, more }: FoundFiles): Promise<boolean> {
    const text = mainMessages.importFolder
    const count = inFolders.length
    const question: MessageBoxOptions = {
      type: 'question',
      message: more ? text.first(count) : text.message(count),
      detail: folders.join('\n'),
      buttons: [text.import(count), text.cancel],
      defaultId: 0,
      cancelId: 1,
    }
    const parent = mainWindow.current()
    const { response } = await (parent
      ? dialog.showMessageBox(parent, question)
      : dialog.showMessageBox(question))
    return response === 0
  }

  return {
    /** Imports files that the system passed on; the window shows why one cannot be. */
    addFiles: (paths: readonly string[]): void => {
      void addPaths(paths).then((added) => {
        if (!added.ok && added.error.code !== 'cancelled')
          events.emit('imports:failed', added.error)
      })
    },
    handlers: {
      'imports:choose-files': choose,
      'imports:drop': ({ paths }) => addPaths(paths),
      'imports:cancel': ({ id }) => imports.cancel(id),
      'imports:list': () => ok([...imports.list()]),
    } satisfies Partial<CallHandlers>,
    stop: imports.stop,
  }
}
