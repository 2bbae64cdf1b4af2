import type { ParleyBridge } from '../../common/ipc/bridge-api'

/** The channels of this page's role: the one door to window.parley. */
export const bridge: ParleyBridge = {
  call: (name, input) => window.parley.call(name, input),
  importFiles: (files) => window.parley.importFiles(files),
  send: (name, input) => window.parley.send(name, input),
  on: (name, listener) => window.parley.on(name, listener),
}
