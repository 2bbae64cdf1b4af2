import { MessageChannelMain } from 'electron'
import { importerPortMessage } from '../../common/ipc/ports'
import { admitPage, createWindow, type PageFiles } from '../boundary'
import { createLog } from '../platform'
import type { ImporterPort } from '../audio-files'

const log = createLog('importer-page')

/**
 * Opens a page that decodes or compresses the audio of one file. It has only this port, and no
 * network.
 */
export function openImporterPage(files: PageFiles): ImporterPort {
  const page = createWindow('importer', files)
  admitPage(page.webContents, 'importer')
  const { port1, port2 } = new MessageChannelMain()
  page.webContents.once('did-finish-load', () =>
    page.webContents.postMessage(importerPortMessage, null, [port2]),
  )
  return {
    post: (request) => port1.postMessage(request),
    listen: (onMessage, onClose) => {
      port1.on('message', (event) => onMessage(event.data))
      page.webContents.once('render-process-gone', (_event, { reason }) => {
        log.error('page gone', { reason })
        onClose()
      })
      page.once('closed', onClose)
      port1.start()
    },
    close: () => {
      port1.close()
      if (!page.isDestroyed()) page.destroy()
    },
  }
}
