import { BrowserWindow } from 'electron'
import { mainMessages } from '../../common/text'
import { createLog } from '../platform'
import type { SessionBus } from '../session-bus'
import { electronNotices } from './electron'
import { linuxNotices } from './linux'
import { createNotifications, type Notifications } from './notifications'

/** The notifications of this system. */
export function setupNotifications({ bus }: { readonly bus: SessionBus }): Notifications {
  return createNotifications({
    system:
      process.platform === 'linux'
        ? linuxNotices(bus, { open: mainMessages.notification.open })
        : electronNotices,
    isInFront: () => BrowserWindow.getFocusedWindow() !== null,
    log: createLog('notifications'),
  })
}
