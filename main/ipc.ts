import {
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
  type CallInput,
  type CallName,
  type CallResult,
  type EventName,
  type EventPayload,
  type Role,
  type SendInput,
  type SendName,
} from '../preload/contract'
import type { z } from 'zod'
import { fail, ok, type Result } from '../preload/errors'
import { createLog } from './log'
import { isSensiblyLarge } from './message-size'
import { roleOfUrl } from './policy'

const log = createLog('ipc')

/** A handler for every call of the contract, each with parsed input. */
export type CallHandlers = {
  [C in CallName]: (input: CallInput<C>) => Promise<Result<CallResult<C>>> | Result<CallResult<C>>
}
export type SendHandlers = { [S in SendName]: (input: SendInput<S>, sender: WebContents) => void }

/** The web contents that main opened itself, and in which role. */
const opened = new Map<number, Role>()

/** Tells the boundary that main made this page in this role. */
export function admitPage(contents: WebContents, role: Role): void {
  opened.set(contents.id, role)
  const { id } = contents
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
  const role = opened.get(contentsId)
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
    // Electron throws at a look at a frame or a page that is gone: nobody asks any more.
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
  const shape = calls[name]
  ipcMain.handle(name, async (event, argument: unknown): Promise<Result<CallResult<C>>> => {
    if (!admitted(name, shape.roles, event)) return fail('not-allowed')
    const parsed = parse(shape.input, argument)
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
  const shape = sends[name]
  ipcMain.on(name, (event, argument: unknown) => {
    if (!admitted(name, shape.roles, event)) return
    const parsed = parse(shape.input, argument)
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

/** Registers every channel of the contract. Called once, before any page is opened. */
export function setupIpc(callHandlers: CallHandlers, sendHandlers: SendHandlers): void {
  for (const name of Object.keys(calls) as CallName[]) registerCall(name, callHandlers[name])
  for (const name of Object.keys(sends) as SendName[]) registerSend(name, sendHandlers[name])
}

/** Sends an event to each of these pages whose role may have it. */
export function sendEvent<E extends EventName>(
  targets: Iterable<WebContents>,
  name: E,
  payload: EventPayload<E>,
): void {
  const allowed: readonly Role[] = events[name].roles
  for (const contents of targets) {
    const role = opened.get(contents.id)
    if (role !== undefined && allowed.includes(role) && !contents.isDestroyed()) {
      contents.send(name, payload)
    }
  }
}
