import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
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
  /** The built thread.ts. */
  readonly soundThread: string
}

/** The most that the thread may take for its values, in MB: it reads what other programs send. */
const mostMemory = 64
const log = createLog('system-sound')

/** Hears programs where the system lets them be heard one by one: on Linux. */
export function setupSystemSound({ events, settings, soundProcess, soundThread }: Setup) {
  const isLinux = process.platform === 'linux'
  const startThread = isLinux ? () => startSoundThread(soundThread) : null
  const sound = createSystemSound<MessagePortMain>({
    fork: isLinux ? () => forkSound(soundProcess) : null,
    startThread,
    createPorts: () => {
      const { port1, port2 } = new MessageChannelMain()
      return { here: port1, there: port2 }
    },
    ownPid: process.pid,
    program: () => settings.get().systemProgram,
    log,
  })
  events.on('settings:changed', sound.programChanged)
  return {
    ...sound,
    watchMicrophone: createMicrophoneWatch({
      startThread,
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

function startSoundThread(bundle: string): SoundChild<never> {
  const thread = new Worker(bundle, { resourceLimits: { maxOldGenerationSizeMb: mostMemory } })
  thread.on('error', (cause) => log.warn('thread failed', { cause }))
  return {
    postMessage: (message) => thread.postMessage(message),
    onMessage: (listener) => void thread.on('message', listener),
    onExit: (listener) => void thread.on('exit', listener),
    kill: () => void thread.terminate(),
  }
}
