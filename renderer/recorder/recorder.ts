import { audioPortMessage, soundPortMessage } from '../../common/ipc/ports'
import { bridge } from '../shared/bridge'
import { createCall } from '../shared/call'
import { watchDevices } from './devices/device-list'
import { createMedia } from './devices/media'
import { createSoundPorts } from './devices/sound-ports'
import type { FromWorker, PageCallName, PageCalls, ToWorker } from './messages'

/** Connects main, the devices and the worker, which does the recording. */
function setupRecorder(): void {
  const call = createCall(bridge)
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const post = (message: ToWorker, transfer: Transferable[] = []): void =>
    worker.postMessage(message, transfer)
  const { mediaDevices } = navigator
  let isReady = false
  const watch = watchDevices({
    media: mediaDevices,
    report: (devices) => bridge.send('recorder:event', { type: 'devices', devices }),
    every: (ms, run) => setInterval(run, ms),
  })
  const soundPorts = createSoundPorts((ms, run) => setTimeout(run, ms))
  const media = createMedia({
    devices: mediaDevices,
    watch,
    soundPorts,
    allowSystemAudio: () => call('recorder:system-audio', undefined),
    onOwnLeftOut: () => bridge.send('recorder:own-sound-left-out', undefined),
    onEnded: (handle) => post({ type: 'device-ended', handle }),
  })
  const calls: PageCalls = {
    choose: media.choose,
    open: media.open,
    applyProcessing: media.applyProcessing,
    token: (session) => call('recorder:token', session),
  }

  async function answer<N extends PageCallName>(
    call: number,
    name: N,
    input: Parameters<PageCalls[N]>[0],
  ): Promise<void> {
    const run = calls[name] as (given: typeof input) => Promise<unknown>
    try {
      const result = await run(input)
      post({ type: 'answer', call, result }, soundIn(result))
    } catch (cause) {
      post({ type: 'failed', call, reason: cause instanceof Error ? cause.name : 'Error' })
    }
  }

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    switch (data.type) {
      case 'alive':
        bridge.send('recorder:alive', { nowMs: data.nowMs })
        if (!isReady) bridge.send('recorder:ready', undefined)
        isReady = true
        return
      case 'event':
        return bridge.send('recorder:event', data.event)
      case 'close-device':
        return media.close(data.handle)
      case 'tested':
        return bridge.send('recorder:tested', data.outcome)
      case 'call':
        return void answer(data.call, data.name, data.input)
    }
  })

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    // SECURITY: only this page's own preload passes on a port.
    if (event.source !== window || event.origin !== location.origin) return
    const { data, ports } = event
    if (typeof data !== 'object' || data === null) return
    const [port] = ports
    if (!('type' in data) || port === undefined) return
    if (data.type === audioPortMessage && 'recordingId' in data) {
      const { recordingId } = data
      if (typeof recordingId === 'string') post({ type: 'audio-port', recordingId, port }, [port])
    }
    if (data.type === soundPortMessage && 'port' in data && typeof data.port === 'number') {
      soundPorts.arrived(data.port, port)
    }
  })
  window.addEventListener('online', () => post({ type: 'online' }))
  mediaDevices.addEventListener('devicechange', () => post({ type: 'devices-changed' }))

  bridge.on('recorder:clock', (clock) => post({ type: 'clock', ...clock }))
  bridge.on('recorder:start', (start) => post({ type: 'start', start }))
  bridge.on('recorder:sound-check', (order) => post({ type: 'check', order }))
  bridge.on('recorder:configure', (order) => post({ type: 'change', order }))
  bridge.on('recorder:test', ({ testId, grant }) => post({ type: 'test', testId, grant }))
  bridge.on('recorder:retry', () => post({ type: 'online' }))
  bridge.on('recorder:stop', ({ recordingId }) => post({ type: 'stop', recordingId }))
}

/** The sound in an answer is transferred, which connects the worker to the track or the process. */
function soundIn(result: unknown): Transferable[] {
  const value = result as { value?: { sound?: unknown } } | null
  const sound = typeof result === 'object' ? value?.value?.sound : undefined
  return sound instanceof ReadableStream || sound instanceof MessagePort ? [sound] : []
}

setupRecorder()
