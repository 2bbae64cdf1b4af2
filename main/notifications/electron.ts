import { Notification } from 'electron'
import type { NoticeSystem } from './notifications'

/** How long the system may take to say that it shows a notification, in ms. */
const shownMs = 2_000

/** Notifications of macOS and Windows, which hold them back while a person wants no interruption. */
export const electronNotices: NoticeSystem = {
  show: (notice, handlers) => {
    if (!Notification.isSupported()) {
      handlers.failed()
      return { close: () => undefined }
    }
    const shown = new Notification({
      title: notice.title,
      body: notice.body,
      silent: true,
      actions: (notice.buttons ?? []).map(({ label }) => ({ type: 'button', text: label })),
    })
    const limit = setTimeout(handlers.failed, shownMs)
    shown.on('show', () => clearTimeout(limit))
    shown.on('failed', () => {
      clearTimeout(limit)
      handlers.failed()
    })
    shown.on('click', handlers.clicked)
    shown.on('action', (_event, index) => handlers.pressed(index))
    shown.on('close', handlers.closed)
    shown.show()
    return {
      close: () => {
        clearTimeout(limit)
        shown.close()
      },
    }
  },
}
