import type { ErrorCode, Result } from '../../../preload/errors'
import type { Processing, WantedSource } from '../../../preload/model'
import type { Device } from './device'

/** Which device a source is to be heard from now. */
export interface Plan {
  /** Another key means another device. */
  readonly key: string
  readonly processing: Processing
  /** The default stands in for the chosen device, which is gone. */
  readonly substitute: boolean
  open(): Promise<Result<Device>>
}

/** How a kind of source is kept open. */
export interface SourceKind {
  plan(wanted: WantedSource): Promise<Plan>
  /** What is told where its device goes away by itself. */
  readonly ended: ErrorCode
  /** What is told where its sound cannot be worked upon. */
  readonly failed: ErrorCode
  /** Whether it always gives samples, and some that are not zero, while nothing is wrong with it. */
  readonly alwaysSounds: boolean
}

/** Chromium's alias for the device that the system prefers. */
const defaultAlias = 'default'

/** Where a microphone is to be heard, by the list of devices: the chosen one, or the default one. */
export function chooseMicrophone(
  devices: readonly MediaDeviceInfo[],
  chosen: string | null,
): { readonly deviceId: string | null; readonly key: string; readonly substitute: boolean } {
  const inputs = devices.filter(({ kind }) => kind === 'audioinput')
  const there = chosen !== null && inputs.some(({ deviceId }) => deviceId === chosen)
  if (there) return { deviceId: chosen, key: chosen, substitute: false }
  const preferred = inputs.find(({ deviceId }) => deviceId === defaultAlias) ?? inputs[0]
  const { groupId = '', label = '' } = preferred ?? {}
  return { deviceId: null, key: `default ${groupId} ${label}`, substitute: chosen !== null }
}

/**
 * What the computer plays is one device, but it is opened anew where the first microphone is
 * plugged in: with none, PulseAudio takes the speakers' monitor for the default source, and moves
 * whoever listens to it to the microphone that comes.
 */
export function systemAudioKey(devices: readonly MediaDeviceInfo[]): string {
  const alone = devices.every(({ kind }) => kind !== 'audioinput')
  return alone ? 'system alone' : 'system'
}
