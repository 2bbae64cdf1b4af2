import { existsSync } from 'node:fs'
import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron'
import { ok } from '../../common/errors'
import type { Settings } from '../../common/model'
import type { CallHandlers, Events } from '../boundary'
import { createLog } from '../platform'
import { createMicrophoneWatch } from './microphone-watch'
import { socketPath } from './pulse/address'
import { createSystemSound, type SoundChild } from './system-sound'

interface Setup {
  readonly events: Events
  readonly settings: { get(): Settings }
  /** The built process.ts. */
  readonly soundProcess: string
}

/** Hears programs where the system lets them be heard one by one: on Linux. */
export function setupSystemSound({ events, settings, soundProcess }: Setup) {
  const sound = createSystemSound<MessagePortMain>({
    fork: process.platform === 'linux' ? () => forkSound(soundProcess) : null,
    createPorts: () => {
      const { port1, port2 } = new MessageChannelMain()
      return { here: port1, there: port2 }
    },
    ownPid: process.pid,
    program: () => settings.get().systemProgram,
    log: createLog('system-sound'),
  })
  events.on('settings:changed', sound.programChanged)
  return {
    ...sound,
    watchMicrophone: createMicrophoneWatch({
      fork: process.platform === 'linux' ? () => forkSound(soundProcess) : null,
      ownPid: process.pid,
      hasServer: () => existsSync(socketPath(process.env) ?? ''),
    }),
    handlers: {
      'system-sound:programs': () => sound.programs(),
      'system-sound:open-monitors': () => {
        sound.openMonitors()
        return ok(undefined)
      },
    } satisfies Partial<CallHandlers>,
  }
}

function forkSound(bundle: string): SoundChild<MessagePortMain> {
  const child = utilityProcess.fork(bundle, [], { serviceName: 'Parley sound' })
  return {
    postMessage: (message, port) => child.postMessage(message, port === undefined ? [] : [port]),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  }
}
