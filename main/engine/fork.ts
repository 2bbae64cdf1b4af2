import { utilityProcess } from 'electron'
import type { EngineChild } from './engine'

/** Starts the engine's process from its bundle (an absolute path, inside the asar when packaged). */
export function forkEngine(bundle: string): EngineChild {
  const child = utilityProcess.fork(bundle, [], { serviceName: 'Parley engine' })
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  }
}
