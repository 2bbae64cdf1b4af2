import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { audioPortMessage, calls, events, ofBridgeOnly, sends, type Role } from './contract'
import type { ParleyBridge } from './bridge-api'
import type { Result } from './errors'
import { importerPortMessage } from './ports'

/** app://window, app://captions and so on: the host of the page is its role. main checks it again. */
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
const callsOfPage = new Set(
  [...allowedCalls].filter((name) => !(ofBridgeOnly as readonly string[]).includes(name)),
)
const allowedSends = allowed(sends)
const allowedEvents = allowed(events)

function refuse(name: string): never {
  throw new Error(`No channel ${name} for this page`)
}

const bridge: ParleyBridge = {
  call: (name, input) => (callsOfPage.has(name) ? ipcRenderer.invoke(name, input) : refuse(name)),
  send: (name, input) => (allowedSends.has(name) ? ipcRenderer.send(name, input) : refuse(name)),
  importFiles: (files) => {
    if (!allowedCalls.has('imports:drop')) refuse('imports:drop')
    // SECURITY: the path comes from the file that was dropped, and an object of a page's own has none.
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '')
    return ipcRenderer.invoke('imports:drop', { paths }) as Promise<Result<undefined>>
  },
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

if (role === 'importer') {
  ipcRenderer.once(importerPortMessage, (event) => {
    window.postMessage({ type: importerPortMessage }, location.origin, event.ports)
  })
}
