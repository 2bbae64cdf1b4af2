import { expect, it, vi } from 'vitest'
import {
  createNotifications,
  type Notice,
  type NoticeHandlers,
} from '../../../main/notifications/notifications'

function setUp(isInFront = false) {
  const shown: { notice: Notice; handlers: NoticeHandlers; close: () => void }[] = []
  const notifications = createNotifications({
    isInFront: () => isInFront,
    log: { info: () => undefined },
    system: {
      show: (notice, handlers) => {
        const close = vi.fn()
        shown.push({ notice, handlers, close })
        return { close }
      },
    },
  })
  return { notifications, shown }
}

const notice = (changes: Partial<Notice> = {}): Notice => ({
  id: 'call',
  reason: 'needs-person',
  title: 'Title',
  body: 'Body',
  ...changes,
})

it('runs what a click or a button is for, once', () => {
  const { notifications, shown } = setUp()
  const onClick = vi.fn()
  const run = vi.fn()
  notifications.show(notice({ onClick, buttons: [{ label: 'Record', run }] }))
  shown[0]?.handlers.pressed(0)
  shown[0]?.handlers.clicked()
  shown[0]?.handlers.closed()
  expect([run.mock.calls.length, onClick.mock.calls.length]).toEqual([1, 0])
})

it('replaces an older one of the same id, and takes one away', () => {
  const { notifications, shown } = setUp()
  notifications.show(notice())
  notifications.show(notice({ title: 'Newer' }))
  expect(shown[0]?.close).toHaveBeenCalledOnce()
  notifications.withdraw('call')
  notifications.withdraw('call')
  expect(shown[1]?.close).toHaveBeenCalledOnce()
})

it('says in another way what the system does not show', () => {
  const { notifications, shown } = setUp()
  const onUnseen = vi.fn()
  notifications.show(notice({ onUnseen }))
  shown[0]?.handlers.failed()
  expect(onUnseen).toHaveBeenCalledOnce()
})

it('answers no shortcut while a window is in front, but still asks a person', () => {
  const { notifications, shown } = setUp(true)
  notifications.show(notice({ reason: 'shortcut' }))
  expect(shown).toHaveLength(0)
  notifications.show(notice())
  expect(shown).toHaveLength(1)
})
