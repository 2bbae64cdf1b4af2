import { ok, type Result } from '../../../common/errors'
import type {
  CapturedSource,
  Processing,
  Source,
  SystemAudioGrant,
  WantedSource,
} from '../../../common/model'
import type { DeviceChoice, OpenedDevice, PageCalls } from '../messages'
import { failed, type DeviceResult } from './device-failure'
import type { DeviceWatch } from './device-list'
import { chooseMicrophone, openMicrophone } from './microphone'
import type { SoundPorts } from './sound-ports'
import {
  canLeaveOwnOut,
  leavesOwnOut,
  openSystemAudio,
  systemAudioKey,
  type LoopbackRequest,
} from './system-audio'

/** Chromium's class, which TypeScript's DOM types do not have. */
declare class MediaStreamTrackProcessor {
  constructor(options: { track: MediaStreamTrack; maxBufferSize: number })
  readonly readable: ReadableStream<AudioData>
}

/** How many blocks can wait while the worker is busy: 5 s of blocks of 10 ms. */
const queuedBlocks = 500

/** The devices that the page has open. */
export interface Media extends Pick<PageCalls, 'choose' | 'open' | 'applyProcessing'> {
  close(handle: number): void
}

export interface MediaOptions {
  readonly devices: MediaDevices
  readonly watch: DeviceWatch
  /** Makes main open system audio, or grant the next request for it. */
  readonly allowSystemAudio: () => Promise<Result<SystemAudioGrant>>
  readonly soundPorts: Pick<SoundPorts, 'take'>
  /** The browser leaves out what Parley plays. */
  readonly onOwnLeftOut: () => void
  /** A device went away by itself. */
  readonly onEnded: (handle: number) => void
}

/** Chromium gives its own system audio this name, too. */
const systemLabel = 'System audio'

/**
 * Opens microphones and system audio, and hands their sound over as a stream or a port. Chromium
 * delivers both straight to the worker's thread, not through this page's thread.
 */
export function createMedia(options: MediaOptions): Media {
  const { devices, watch, allowSystemAudio, soundPorts, onOwnLeftOut, onEnded } = options
  const tracks = new Map<number, { readonly source: Source; readonly track: MediaStreamTrack }>()
  let lastHandle = 0
  /** The choice for which main hears all programs: devices that come and go change nothing then. */
  let portKey: string | null = null

  async function choose({ source, deviceId, processing }: WantedSource): Promise<DeviceChoice> {
    // Reading the list takes up to 0.2 s on a busy computer, in which somebody may already speak. An
    // old list does for the first choice: half a second later the choice is checked.
    const isOpen = [...tracks.values()].some((opened) => opened.source === source)
    const list = (isOpen ? null : watch.latest) ?? (await devices.enumerateDevices())
    if (source === 'microphone') return { ...chooseMicrophone(list, deviceId), processing }
    const key = portKey ?? systemAudioKey(list)
    return { key, deviceId: null, processing, substitute: false }
  }

  function read(track: MediaStreamTrack): ReadableStream<AudioData> | null {
    try {
      return new MediaStreamTrackProcessor({ track, maxBufferSize: queuedBlocks }).readable
    } catch {
      return null
    }
  }

  function openTrack(source: CapturedSource, track: MediaStreamTrack): DeviceResult<OpenedDevice> {
    const sound = read(track)
    if (sound === null) {
      track.stop()
      return failed(source === 'microphone' ? 'microphone-failed' : 'system-failed', 'no processor')
    }
    lastHandle += 1
    const handle = lastHandle
    tracks.set(handle, { source, track })
    track.onended = () => onEnded(handle)
    return ok({ handle, label: track.label, sound })
  }

  /** A browser that refuses to leave Parley out is asked once more, for everything. */
  async function openLoopback(request: LoopbackRequest): Promise<DeviceResult<OpenedDevice>> {
    const opened = await openSystemAudio(request, (wanted) => devices.getDisplayMedia(wanted))
    if (opened.ok) {
      if (leavesOwnOut(opened.value)) onOwnLeftOut()
      return openTrack('system', opened.value)
    }
    const again = request.leaveOwnOut ? await allowSystemAudio() : null
    if (again?.ok !== true || again.value.way !== 'loopback') return opened
    return openLoopback({ ...again.value, leaveOwnOut: false })
  }

  async function openSystem({ key }: DeviceChoice): Promise<DeviceResult<OpenedDevice>> {
    portKey = null
    const allowed = await allowSystemAudio()
    if (!allowed.ok) return failed('system-failed', allowed.error.code)
    if (allowed.value.way === 'loopback') {
      const leaveOwnOut = canLeaveOwnOut(devices.getSupportedConstraints())
      return openLoopback({ ...allowed.value, leaveOwnOut })
    }
    const sound = await soundPorts.take(allowed.value.port)
    if (sound === null) return failed('system-failed', 'no port')
    portKey = key
    lastHandle += 1
    return ok({ handle: lastHandle, label: systemLabel, sound })
  }

  return {
    choose,
    open: async ({ source, choice }) => {
      if (source === 'system') return openSystem(choice)
      const opened = await openMicrophone(choice, (wanted) => devices.getUserMedia(wanted))
      return opened.ok ? openTrack('microphone', opened.value) : opened
    },
    applyProcessing: async ({ handle, processing }) => {
      const track = tracks.get(handle)?.track
      return track !== undefined && (await applyTo(track, processing))
    },
    close: (handle) => {
      const track = tracks.get(handle)?.track
      if (track === undefined) return
      tracks.delete(handle)
      track.onended = null
      track.stop()
    },
  }
}

async function applyTo(track: MediaStreamTrack, processing: Processing): Promise<boolean> {
  try {
    await track.applyConstraints({ ...track.getConstraints(), ...processing })
  } catch {
    // The worker opens the device again, which reports the reason if that fails too.
    return false
  }
  const now = track.getSettings()
  return (Object.keys(processing) as (keyof Processing)[]).every(
    // Newer versions of Chromium may return a word such as 'all' instead of true
    // (https://github.com/w3c/mediacapture-main/issues/1035).
    (name) => Boolean(now[name]) === processing[name],
  )
}
