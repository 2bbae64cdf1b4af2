import '../shared/no-eval'
import { audioPortMessage } from '../../preload/contract'
import type { RecorderEvent, RecorderOrder, RecorderStart, Source } from '../../preload/model'
import { createAsk } from '../shared/ask'
import { bridge } from '../shared/bridge'
import { createAudioOutlet, type AudioOutlet } from './audio-outlet'
import { watchDevices } from './capture/devices'
import { createFrames } from './capture/frames'
import type { KeeperWorld } from './capture/keeper'
import { microphoneKind, systemAudioKind } from './capture/kinds'
import { startRecording, type Recording } from './recording'
import { createEnvironment } from './streaming/environment'
import { createMixedWords } from './mixing/mixed-words'
import { createWords, noWords, type Words } from './words'

/** How often main is told that this page runs; it waits 2.5 s for the next time. */
const aliveMs = 500

/** Wires the bridge to capture and streaming. */
function setupRecorder(): void {
  const environment = createEnvironment(WebSocket)
  const ask = createAsk(bridge)
  const recordings = new Map<string, Recording & { tell(event: RecorderEvent): void }>()
  /** Those that end: how their connections fare tells nothing of one that has begun since. */
  const ending = new Set<string>()
  /** By recording; the port may come before the order to start or after it. */
  const outlets = new Map<string, AudioOutlet>()
  let alive: number | undefined
  const { mediaDevices } = navigator
  const kinds = {
    microphone: microphoneKind(mediaDevices),
    system: systemAudioKind(mediaDevices, () => ask('recorder:system-audio', undefined)),
  }
  const world: KeeperWorld = {
    now: () => performance.now(),
    after: environment.after,
    every: (ms, run) => {
      const timer = window.setInterval(run, ms)
      return () => window.clearInterval(timer)
    },
    onDevices: (run) => {
      mediaDevices.addEventListener('devicechange', run)
      return () => mediaDevices.removeEventListener('devicechange', run)
    },
  }

  const emit = (event: RecorderEvent): void => bridge.send('recorder:event', event)

  function outletOf(recordingId: string): AudioOutlet {
    const outlet = outlets.get(recordingId) ?? createAudioOutlet()
    outlets.set(recordingId, outlet)
    return outlet
  }

  function start(order: RecorderStart): void {
    const { recordingId } = order
    const tell = (event: RecorderEvent): void => {
      if (event.type === 'gap') emit({ ...event, recordingId })
      else if (event.type !== 'connection' || !ending.has(recordingId)) emit(event)
    }
    const lend = (source: Source) => ask('recorder:token', { recordingId, source })
    const openWords = order.sessions === 'one' ? createMixedWords : createWords
    begin(order, openWords({ lend, emit: tell, environment }), tell)
  }

  /** Its events are of no recording, so they go a way of their own. */
  function check(order: RecorderOrder): void {
    const { recordingId } = order
    begin(order, noWords, (event) => bridge.send('recorder:check-event', { recordingId, event }))
  }

  function begin(order: RecorderOrder, words: Words, tell: (event: RecorderEvent) => void): void {
    const { recordingId } = order
    if (recordings.has(recordingId)) return
    const outlet = outletOf(recordingId)
    const recording = startRecording({
      start: order,
      kinds,
      words,
      world,
      createFrames,
      emit: tell,
      send: (chunk) => outlet.send(chunk),
      newId: environment.newId,
      now: environment.now,
    })
    recordings.set(recordingId, { ...recording, tell })
    alive ??= window.setInterval(() => emit({ type: 'alive' }), aliveMs)
  }

  function change(order: RecorderOrder): void {
    if (!ending.has(order.recordingId)) recordings.get(order.recordingId)?.change(order)
  }

  async function stop(recordingId: string): Promise<void> {
    const recording = recordings.get(recordingId)
    ending.add(recordingId)
    try {
      await recording?.stop()
    } finally {
      recordings.delete(recordingId)
      ending.delete(recordingId)
      outlets.delete(recordingId)
      const tell = recording?.tell ?? emit
      tell({ type: 'stopped', recordingId })
      if (recordings.size === 0) {
        window.clearInterval(alive)
        alive = undefined
      }
    }
  }

  function onPageMessage(event: MessageEvent<unknown>): void {
    // SECURITY: only this page's own preload hands over a port.
    if (event.source !== window || event.origin !== location.origin) return
    const { data, ports } = event
    if (typeof data !== 'object' || data === null) return
    if (!('type' in data) || data.type !== audioPortMessage) return
    const port = ports[0]
    if (port === undefined || !('recordingId' in data)) return
    if (typeof data.recordingId === 'string') outletOf(data.recordingId).open(port)
  }

  window.addEventListener('message', onPageMessage)
  window.addEventListener('online', () => {
    for (const recording of recordings.values()) recording.online()
  })
  bridge.on('recorder:start', start)
  bridge.on('recorder:change', change)
  bridge.on('recorder:check', check)
  bridge.on('recorder:stop', ({ recordingId }) => void stop(recordingId))
  watchDevices(
    navigator.mediaDevices,
    (devices) => emit({ type: 'devices', devices }),
    (ms, run) => setInterval(run, ms),
  )
  bridge.send('recorder:ready', undefined)
}

setupRecorder()
