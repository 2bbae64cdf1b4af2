import type { EventEmitter } from 'node:events'
import { Message, MessageType, sessionBus, type MessageBus } from '@jellybrick/dbus-next'
import { createLog } from '../platform'

const log = createLog('session-bus')

const busName = 'org.freedesktop.DBus'

/** A method of another program on the message bus of this person's session. */
interface BusCall {
  readonly name: string
  readonly path: string
  readonly interface: string
  readonly member: string
  /** The types of `body`, as D-Bus writes them. */
  readonly signature?: string
  readonly body?: readonly unknown[]
}

interface BusSignal {
  readonly interface: string
  readonly member: string
  readonly body: readonly unknown[]
}

/** The message bus of this person's session: Linux only. Without one nobody answers on it. */
export interface SessionBus {
  /** Returns what the method returns; null if nobody answers, or with an error. */
  call(call: BusCall): Promise<readonly unknown[] | null>
  /** Calls back with whether a program has this name: soon, and at each change. */
  watchName(name: string, listener: (isThere: boolean) => void): void
  /** Calls back for each signal of this interface. */
  onSignal(interfaceName: string, listener: (signal: BusSignal) => void): void
  close(): void
}

/** On systems without such a bus. */
const noBus: SessionBus = {
  call: () => Promise.resolve(null),
  watchName: (_name, listener) => listener(false),
  onSignal: () => undefined,
  close: () => undefined,
}

/** Connects to the bus whose address is in the environment. A bus that fails is like none. */
export function connectSessionBus(platform: NodeJS.Platform = process.platform): SessionBus {
  if (platform !== 'linux' || !process.env['DBUS_SESSION_BUS_ADDRESS']) return noBus
  let bus: MessageBus
  try {
    bus = sessionBus()
  } catch (cause) {
    log.warn('no bus', { cause })
    return noBus
  }
  let isOver = false
  // Its types leave this event out.
  ;(bus as EventEmitter).on('error', (cause: unknown) => {
    if (!isOver) log.warn('the bus is gone', { cause })
    isOver = true
  })

  async function call(wanted: BusCall): Promise<readonly unknown[] | null> {
    if (isOver) return null
    const { name, path, member, signature = '', body = [] } = wanted
    const given = { destination: name, path, interface: wanted.interface, member }
    try {
      const reply = await bus.call(new Message({ ...given, signature, body: [...body] }))
      return reply?.body ?? []
    } catch {
      return null
    }
  }

  const callBus = (member: string, text: string) =>
    call({
      name: busName,
      path: '/org/freedesktop/DBus',
      interface: busName,
      member,
      signature: 's',
      body: [text],
    })

  return {
    call,
    watchName: (name, listener) => {
      bus.on('message', (message) => {
        if (message.member !== 'NameOwnerChanged' || message.sender !== busName) return
        const [changed, , owner] = message.body
        if (changed === name) listener(owner !== '')
      })
      const match = `type='signal',sender='${busName}',member='NameOwnerChanged',arg0='${name}'`
      void callBus('AddMatch', match)
        .then(() => callBus('NameHasOwner', name))
        .then((reply) => listener(reply?.[0] === true))
    },
    onSignal: (interfaceName, listener) => {
      bus.on('message', ({ type, interface: from, member, body }) => {
        if (type === MessageType.SIGNAL && from === interfaceName)
          listener({ interface: from, member, body })
      })
      void callBus('AddMatch', `type='signal',interface='${interfaceName}'`)
    },
    close: () => {
      isOver = true
      bus.disconnect()
    },
  }
}
