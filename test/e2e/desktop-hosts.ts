import { spawn } from 'node:child_process'
import { Message, sessionBus, Variant, type MessageBus } from '@jellybrick/dbus-next'

/** What an app asked the notification server to show. */
export interface ShownNotice {
  readonly id: number
  readonly title: string
  readonly body: string
  /** The labels of its buttons, without the click on the notification itself. */
  readonly buttons: readonly string[]
  /** 1 is normal; 2 goes through do-not-disturb. */
  readonly urgency: number
}

/** A notification server, as desktops have one. */
export interface NoticeServer {
  /** Everything that was shown, in order. */
  readonly shown: readonly ShownNotice[]
  /** The ids that were closed by the app. */
  readonly withdrawn: readonly number[]
  /** A person clicks the notification, or the button with this label. */
  press(notice: ShownNotice, label?: string): void
  close(): void
}

const noticeName = 'org.freedesktop.Notifications'
const noticePath = '/org/freedesktop/Notifications'

/** Answers the methods of one interface of this connection. */
function answerCalls(
  bus: MessageBus,
  interfaceName: string,
  answers: Readonly<Record<string, (message: Message) => readonly [string, unknown[]]>>,
): void {
  bus.addMethodHandler((message) => {
    const answer = message.interface === interfaceName ? answers[message.member] : undefined
    if (answer === undefined) return false
    bus.send(Message.newMethodReturn(message, ...answer(message)))
    return true
  })
}

/** Starts a notification server on the session's bus. */
export async function startNoticeServer(
  capabilities: readonly string[] = ['actions', 'body', 'body-markup'],
): Promise<NoticeServer> {
  const bus = sessionBus()
  const shown: ShownNotice[] = []
  const withdrawn: number[] = []
  const keys = new Map<number, readonly string[]>()
  const signal = (member: string, signature: string, body: unknown[]) =>
    bus.send(Message.newSignal(noticePath, noticeName, member, signature, body))
  answerCalls(bus, noticeName, {
    GetCapabilities: () => ['as', [[...capabilities]]],
    GetServerInformation: () => ['ssss', ['test', 'parley', '1', '1.2']],
    Notify: ({ body: given }) => {
      const [, , , title, body, actions, hints] = given
      const id = shown.length + 1
      const labels = actions as readonly string[]
      keys.set(id, labels)
      shown.push({
        id,
        title: String(title),
        body: String(body),
        buttons: labels.filter((_, index) => index % 2 === 1 && index > 1),
        urgency: Number((hints as Record<string, Variant>)['urgency']?.value ?? 1),
      })
      return ['u', [id]]
    },
    CloseNotification: ({ body: [id] }) => {
      withdrawn.push(Number(id))
      signal('NotificationClosed', 'uu', [id, 3])
      return ['', []]
    },
  })
  await bus.requestName(noticeName)
  return {
    shown,
    withdrawn,
    press: ({ id }, label) => {
      const labels = keys.get(id) ?? []
      const at = label === undefined ? 1 : labels.indexOf(label)
      signal('ActionInvoked', 'us', [id, labels[at - 1] ?? ''])
      signal('NotificationClosed', 'uu', [id, 2])
    },
    close: () => bus.disconnect(),
  }
}

/** One line of the menu of a tray icon. */
export interface TrayItem {
  readonly id: number
  readonly label: string
  readonly enabled: boolean
  readonly checked: boolean
}

/** The tray of a desktop, with the icon that was registered last. */
export interface TrayHost {
  /** The tooltip of the icon; null before there is one. */
  tip(): Promise<string | null>
  /** A text that differs for each picture; null before there is one. */
  picture(): Promise<string | null>
  /** The visible lines of the menu. */
  menu(): Promise<readonly TrayItem[]>
  choose(label: string): Promise<void>
  click(): Promise<void>
  close(): void
}

const watcherName = 'org.kde.StatusNotifierWatcher'
const propertiesInterface = 'org.freedesktop.DBus.Properties'
const itemInterface = 'org.kde.StatusNotifierItem'
const menuInterface = 'com.canonical.dbusmenu'
type Layout = readonly [
  id: number,
  properties: Record<string, Variant>,
  children: readonly Variant<Layout>[],
]

/** Starts a tray on the session's bus. */
export async function startTrayHost(): Promise<TrayHost> {
  const bus = sessionBus()
  let item: readonly [name: string, path: string] | null = null
  answerCalls(bus, watcherName, {
    RegisterStatusNotifierItem: ({ body: [given], sender }) => {
      const service = String(given)
      const isPath = service.startsWith('/')
      item = [isPath ? sender : service, isPath ? service : '/StatusNotifierItem']
      return ['', []]
    },
    RegisterStatusNotifierHost: () => ['', []],
  })
  answerCalls(bus, propertiesInterface, {
    Get: ({ body: [, name] }) => {
      const value =
        name === 'IsStatusNotifierHostRegistered'
          ? new Variant('b', true)
          : name === 'ProtocolVersion'
            ? new Variant('i', 0)
            : new Variant('as', item === null ? [] : [item.join('')])
      return ['v', [value]]
    },
    GetAll: () => ['a{sv}', [{ IsStatusNotifierHostRegistered: new Variant('b', true) }]],
  })
  await bus.requestName(watcherName)

  async function call(
    of: string,
    member: string,
    { path, signature = '', body = [] }: { path?: string; signature?: string; body?: unknown[] },
  ): Promise<readonly unknown[] | null> {
    if (item === null) return null
    const [destination, itemPath] = item
    const reply = await bus.call(
      new Message({ destination, path: path ?? itemPath, interface: of, member, signature, body }),
    )
    return reply?.body ?? null
  }

  async function property(name: string): Promise<unknown> {
    const reply = await call(propertiesInterface, 'Get', {
      signature: 'ss',
      body: [itemInterface, name],
    })
    return reply === null ? null : (reply[0] as Variant).value
  }

  async function layout(): Promise<readonly TrayItem[]> {
    const path = (await property('Menu')) as string | null
    if (path === null) return []
    const reply = await call(menuInterface, 'GetLayout', {
      path,
      signature: 'iias',
      body: [0, -1, []],
    })
    const [, root] = (reply ?? []) as unknown as [number, Layout]
    return root[2].flatMap(({ value: [id, of] }) => {
      const get = (name: string) => of[name]?.value
      if (get('visible') === false || get('type') === 'separator') return []
      return [
        {
          id,
          label: ((get('label') as string | undefined) ?? '').replace(/_(?=.)/g, ''),
          enabled: get('enabled') !== false,
          checked: get('toggle-state') === 1,
        },
      ]
    })
  }

  return {
    tip: async () => {
      const tip = (await property('ToolTip')) as [string, unknown, string, string] | null
      return tip?.[2] ?? null
    },
    picture: async () => {
      const pixmaps = (await property('IconPixmap')) as [number, number, Uint8Array][] | null
      const [first] = pixmaps ?? []
      return first === undefined ? null : Buffer.from(first[2]).toString('base64')
    },
    menu: layout,
    choose: async (label) => {
      // The numbers of the items change with each menu.
      const item = (await layout()).find((one) => one.label === label)
      if (item === undefined) throw new Error(`No item ${label} in the tray`)
      const path = (await property('Menu')) as string
      const body = [item.id, 'clicked', new Variant('i', 0), 0]
      await call(menuInterface, 'Event', { path, signature: 'isvu', body })
    },
    click: async () => {
      await call(itemInterface, 'Activate', { signature: 'ii', body: [0, 0] })
    },
    close: () => bus.disconnect(),
  }
}

export interface WindowManager {
  end(): void
}

/** Starts a window manager on this display. */
export function startWindowManager(): WindowManager {
  const manager = spawn('openbox', [], { stdio: 'ignore' })
  return { end: () => void manager.kill() }
}
