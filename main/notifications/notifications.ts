/** What a button of a notification says and does. */
interface NoticeButton {
  readonly label: string
  readonly run: () => void
}

/**
 * A notification. There are two reasons for one, and no others: something needs a person, or a
 * person pressed a shortcut while no window of Parley was in front.
 */
export interface Notice {
  /** A newer notice takes the place of an older one with the same id. */
  readonly id: string
  readonly reason: 'needs-person' | 'shortcut'
  readonly title: string
  readonly body: string
  /** Runs at a click on the notification. */
  readonly onClick?: () => void
  /** Shown where the system has buttons. A click must be enough everywhere else. */
  readonly buttons?: readonly NoticeButton[]
  /** Runs if the system does not show it. */
  readonly onUnseen?: () => void
}

/** What the system shows. Both end by `closed` at most once. */
export interface Shown {
  close(): void
}

export interface NoticeHandlers {
  readonly clicked: () => void
  /** The button at this place was pressed. */
  readonly pressed: (button: number) => void
  readonly closed: () => void
  /** The system does not show it. */
  readonly failed: () => void
}

/** The system's notifications. They are silent, and the system holds them back if it is told to. */
export interface NoticeSystem {
  show(notice: Notice, handlers: NoticeHandlers): Shown
}

export interface Notifications {
  show(notice: Notice): void
  /** Takes a notification away that has lost its reason. */
  withdraw(id: string): void
}

export interface NotificationsOptions {
  readonly system: NoticeSystem
  /** A window of Parley has the focus, so a shortcut needs no answer from the system. */
  readonly isInFront: () => boolean
  readonly log: { info(message: string, facts?: Record<string, unknown>): void }
}

/** Shows notifications, at most one of each id. */
export function createNotifications({
  system,
  isInFront,
  log,
}: NotificationsOptions): Notifications {
  const open = new Map<string, Shown>()

  function withdraw(id: string): void {
    const shown = open.get(id)
    open.delete(id)
    shown?.close()
  }

  return {
    show: (notice) => {
      if (notice.reason === 'shortcut' && isInFront()) return
      withdraw(notice.id)
      let isOver = false
      /** Each notification has one end, whatever the system reports after it. */
      const end = (then?: () => void) => {
        if (isOver) return
        isOver = true
        if (open.get(notice.id) === shown) open.delete(notice.id)
        then?.()
      }
      log.info('shown', { id: notice.id, reason: notice.reason })
      const shown = system.show(notice, {
        clicked: () => end(notice.onClick),
        pressed: (index) => end(notice.buttons?.[index]?.run),
        closed: () => end(),
        failed: () => end(notice.onUnseen),
      })
      if (!isOver) open.set(notice.id, shown)
    },
    withdraw,
  }
}
