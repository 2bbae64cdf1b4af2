import {
  BrowserWindow,
  ipcMain,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type WebContents,
  type WebFrameMain,
} from 'electron'
import {
  calls,
  events,
  sends,
  type CallName,
  type EventName,
  type Role,
  type SendName,
} from '../../common/ipc/channels'
import {
  callSchemas,
  sendSchemas,
  type CallInput,
  type CallResult,
  type SendInput,
} from '../../common/ipc/contract'
import type { z } from 'zod'
import { fail, ok, type Result } from '../../common/errors'
import { createLog } from '../platform'
import type { Events, MainEvents } from './events'
import { isSensiblyLarge } from './message-size'
import { roleOfUrl } from './policy'

const log = createLog('ipc')

/** A handler for every call of the contract, each with parsed input. */
export type CallHandlers = {
  [C in CallName]: (input: CallInput<C>) => Promise<Result<CallResult<C>>> | Result<CallResult<C>>
}
/** A handler for every message that pages send without an answer. */
export type SendHandlers = { [S in SendName]: (input: SendInput<S>, sender: WebContents) => void }

const callNames = Object.keys(calls) as CallName[]
const sendNames = Object.keys(sends) as SendName[]
const eventNames = Object.keys(events) as EventName[]

/** The pages that main itself opened, by the id of their web contents. */
const opened = new Map<number, { readonly role: Role; readonly contents: WebContents }>()

/** Registers a page that main has opened in this role. */
export function admitPage(contents: WebContents, role: Role): void {
  const { id } = contents
  opened.set(id, { role, contents })
  contents.once('destroyed', () => opened.delete(id))
}

/**
 * The role of a page, by the frame that asks and the web contents that it is in, or null.
 * SECURITY: only the main frame of a page that main opened, still at its own address, has one.
 */
export function pageRole(
  contentsId: number | undefined,
  frame: WebFrameMain | null | undefined,
): Role | null {
  if (contentsId === undefined || !frame || frame.parent !== null) return null
  const role = opened.get(contentsId)?.role
  return role !== undefined && roleOfUrl(frame.url) === role ? role : null
}

interface Sender {
  readonly role: Role | null
  readonly url: string | null
}

function senderOf({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): Sender {
  try {
    const isMain = senderFrame !== null && senderFrame === sender.mainFrame
    const role = isMain ? pageRole(sender.id, senderFrame) : null
    return { role, url: senderFrame?.url.slice(0, 200) ?? null }
  } catch {
    // Electron throws if the frame or the page is gone; then no page waits for an answer.
    return { role: null, url: null }
  }
}

function admitted(
  name: string,
  allowed: readonly Role[],
  event: IpcMainEvent | IpcMainInvokeEvent,
): boolean {
  const { role, url } = senderOf(event)
  if (role !== null && allowed.includes(role)) return true
  log.warn('sender refused', { channel: name, role, url })
  return false
}

/**
 * The one place where what pages send is parsed.
 * SECURITY: no handler sees an argument that its schema did not accept.
 */
function parse(schema: z.ZodType, argument: unknown): Result<unknown> {
  if (!isSensiblyLarge(argument)) return fail('bad-input', 'too large')
  const parsed = schema.safeParse(argument)
  return parsed.success ? ok(parsed.data) : fail('bad-input', parsed.error.issues[0]?.message)
}

function registerCall<C extends CallName>(name: C, handler: CallHandlers[C]): void {
  const { input } = callSchemas[name]
  ipcMain.handle(name, async (event, argument: unknown): Promise<Result<CallResult<C>>> => {
    if (!admitted(name, calls[name], event)) return fail('not-allowed')
    const parsed = parse(input, argument)
    if (!parsed.ok) return parsed
    try {
      return await handler(parsed.value as CallInput<C>)
    } catch (cause) {
      log.error('handler threw', { channel: name, cause })
      return fail('internal')
    }
  })
}

function registerSend<S extends SendName>(name: S, handler: SendHandlers[S]): void {
  const { input } = sendSchemas[name]
  ipcMain.on(name, (event, argument: unknown) => {
    if (!admitted(name, sends[name], event)) return
    const parsed = parse(input, argument)
    if (!parsed.ok) {
      log.warn('message refused', { channel: name, issue: parsed.error.detail })
      return
    }
    try {
      handler(parsed.value as SendInput<S>, event.sender)
    } catch (cause) {
      log.error('handler threw', { channel: name, cause })
    }
  })
}

/** Registers the handlers of one feature, before any page is opened. */
export function registerHandlers(
  handled: Partial<CallHandlers>,
  received: Partial<SendHandlers>,
): void {
  const answer = <C extends CallName>(name: C) => {
    const handler = handled[name]
    if (handler) registerCall(name, handler)
  }
  const receive = <S extends SendName>(name: S) => {
    const handler = received[name]
    if (handler) registerSend(name, handler)
  }
  for (const name of callNames) answer(name)
  for (const name of sendNames) receive(name)
}

/** Sends an event to this page if its role may have it. */
export function sendEvent<E extends EventName>(
  contents: WebContents,
  name: E,
  payload: MainEvents[E],
): void {
  const allowed: readonly Role[] = events[name]
  const role = opened.get(contents.id)?.role
  if (role !== undefined && allowed.includes(role) && !contents.isDestroyed()) {
    contents.send(name, payload)
  }
}

/** What is only drawn and is old a moment later: a page that nobody sees does not get it. */
const onlyDrawn: ReadonlySet<EventName> = new Set<EventName>(['recording:level'])

function isSeen(contents: WebContents): boolean {
  const window = BrowserWindow.fromWebContents(contents)
  return window !== null && window.isVisible() && !window.isMinimized()
}

/** Sends the events of the contract, from now on, to each open page whose role may have them. */
export function forwardEvents(bus: Events): void {
  const forward = <E extends EventName>(name: E) =>
    bus.on(name, (payload) => {
      for (const { contents, role } of opened.values()) {
        const allowed: readonly Role[] = events[name]
        if (!allowed.includes(role) || (onlyDrawn.has(name) && !isSeen(contents))) continue
        sendEvent(contents, name, payload)
      }
    })
  for (const name of eventNames) forward(name)
}
