import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { ParleyBridge } from '../common/ipc/bridge-api'
import { bridgeOnlyCalls, calls, events, sends, type Role } from '../common/ipc/channels'
import { audioPortMessage, importerPortMessage, soundPortMessage } from '../common/ipc/ports'
import type { Result } from '../common/errors'

/** A page's role is the host of its address (app://window, app://captions …). main checks it again. */
const role = location.host as Role

// SECURITY: a page reaches the channels of its own role only; an unknown name never becomes a channel.
function namesForRole(channels: Readonly<Record<string, readonly Role[]>>): ReadonlySet<string> {
  const own = Object.entries(channels).filter(([, roles]) => roles.includes(role))
  return new Set(own.map(([name]) => name))
}
const roleCalls = namesForRole(calls)
const pageCalls = new Set(
  [...roleCalls].filter((name) => !(bridgeOnlyCalls as readonly string[]).includes(name)),
)
const pageSends = namesForRole(sends)
const pageEvents = namesForRole(events)

function refuse(name: string): never {
  throw new Error(`No channel ${name} for this page`)
}

const bridge: ParleyBridge = {
  call: (name, input) => (pageCalls.has(name) ? ipcRenderer.invoke(name, input) : refuse(name)),
  send: (name, input) => (pageSends.has(name) ? ipcRenderer.send(name, input) : refuse(name)),
  importFiles: (files) => {
    if (!roleCalls.has('imports:drop')) refuse('imports:drop')
    // SECURITY: the path comes from the dropped file; an object that a page created has none.
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '')
    return ipcRenderer.invoke('imports:drop', { paths }) as Promise<Result<undefined>>
  },
  on: (name, listener) => {
    if (!pageEvents.has(name)) refuse(name)
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
  ipcRenderer.on(soundPortMessage, (event, port: unknown) => {
    window.postMessage({ type: soundPortMessage, port }, location.origin, event.ports)
  })
}

if (role === 'importer') {
  ipcRenderer.once(importerPortMessage, (event) => {
    window.postMessage({ type: importerPortMessage }, location.origin, event.ports)
  })
}
