import { contextBridge, ipcRenderer } from 'electron'
import { audioPortMessage, calls, events, sends, type Role } from './contract'
import type { ParleyBridge } from './bridge-api'

/** app://window and app://recorder: the host of the page is its role. main checks it again. */
const role = location.host as Role

// SECURITY: a page reaches the channels of its own role only; an unknown name never becomes a channel.
function allowed(table: Record<string, { roles: readonly Role[] }>): ReadonlySet<string> {
  return new Set(
    Object.entries(table)
      .filter(([, shape]) => shape.roles.includes(role))
      .map(([name]) => name),
  )
}
const allowedCalls = allowed(calls)
const allowedSends = allowed(sends)
const allowedEvents = allowed(events)

function refuse(name: string): never {
  throw new Error(`No channel ${name} for this page`)
}

const bridge: ParleyBridge = {
  call: (name, input) => (allowedCalls.has(name) ? ipcRenderer.invoke(name, input) : refuse(name)),
  send: (name, input) => (allowedSends.has(name) ? ipcRenderer.send(name, input) : refuse(name)),
  on: (name, listener) => {
    if (!allowedEvents.has(name)) refuse(name)
    // SECURITY: the page gets the payload alone, never Electron's event object.
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload)
    ipcRenderer.on(name, forward)
    return () => ipcRenderer.off(name, forward)
  },
}

contextBridge.exposeInMainWorld('parley', bridge)

if (role === 'recorder') {
  ipcRenderer.on(audioPortMessage, (event, recordingId: unknown) => {
    window.postMessage({ type: audioPortMessage, recordingId }, location.origin, event.ports)
  })
}
