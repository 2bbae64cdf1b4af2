import { Variant } from '@jellybrick/dbus-next'
import type { SessionBus } from '../session-bus'
import type { Notice, NoticeHandlers, NoticeSystem } from './notifications'

const server = {
  name: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const

/** The name of a click on the notification itself. */
const clickKey = 'default'

interface Words {
  /** Of a click, for servers that show it. */
  readonly open: string
}

/**
 * Notifications by the protocol of freedesktop.org, which Electron speaks without buttons. They have
 * the normal urgency, so a server that was told not to disturb holds them back.
 */
export function linuxNotices(bus: SessionBus, words: Words): NoticeSystem {
  const shown = new Map<number, NoticeHandlers>()
  let features: Promise<readonly unknown[]> | null = null

  bus.onSignal(server.interface, ({ member, body: [id, what] }) => {
    const handlers = shown.get(Number(id))
    if (handlers === undefined) return
    if (member === 'NotificationClosed') {
      shown.delete(Number(id))
      handlers.closed()
    } else if (member === 'ActionInvoked') {
      if (what === clickKey) handlers.clicked()
      else handlers.pressed(Number(what))
    }
  })

  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
  const featuresOf = () =>
    (features ??= bus
      .call({ ...server, member: 'GetCapabilities' })
      .then((reply) => list(reply?.[0])))

  async function notify(notice: Notice, handlers: NoticeHandlers): Promise<number | null> {
    const known = await featuresOf()
    const body = known.includes('body-markup') ? withoutMarkup(notice.body) : notice.body
    const buttons = (notice.buttons ?? []).flatMap(({ label }, index) => [String(index), label])
    const reply = await bus.call({
      ...server,
      member: 'Notify',
      signature: 'susssasa{sv}i',
      body: [
        'Parley',
        0,
        'parley',
        notice.title,
        body,
        known.includes('actions') ? [clickKey, words.open, ...buttons] : [],
        { 'desktop-entry': new Variant('s', 'parley'), urgency: new Variant('y', 1) },
        -1,
      ],
    })
    const id = reply?.[0]
    if (typeof id !== 'number') return null
    shown.set(id, handlers)
    return id
  }

  return {
    show: (notice, handlers) => {
      let isWanted = true
      let id: number | null = null
      const close = () => {
        if (id === null) return
        shown.delete(id)
        void bus.call({ ...server, member: 'CloseNotification', signature: 'u', body: [id] })
      }
      void notify(notice, handlers).then((given) => {
        id = given
        if (given === null) handlers.failed()
        else if (!isWanted) close()
      })
      return {
        close: () => {
          isWanted = false
          close()
        },
      }
    },
  }
}

/** SECURITY: titles of meetings and names of programs are text for the server, never markup. */
function withoutMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
