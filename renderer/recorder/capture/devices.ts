import type { AudioDevice } from '../../../preload/model'

/** `devicechange` is not fired on every system, so the list is looked at as well, this often. */
const lookEveryMs = 5_000

/** Chromium's aliases of a device that stands in the list under its own name too. */
const aliases = new Set(['default', 'communications', ''])

/** The microphones by their own ids. */
export function microphonesOf(devices: readonly MediaDeviceInfo[]): AudioDevice[] {
  return devices
    .filter(({ kind, deviceId }) => kind === 'audioinput' && !aliases.has(deviceId))
    .map(({ deviceId, label }) => ({ deviceId, label }))
}

/** Tells the microphones now and at each change, for as long as the page lives. */
export function watchDevices(
  media: Pick<MediaDevices, 'enumerateDevices' | 'addEventListener'>,
  tell: (devices: AudioDevice[]) => void,
  every: (ms: number, run: () => void) => void,
): void {
  let told = ''
  async function look(): Promise<void> {
    const devices = microphonesOf(await media.enumerateDevices())
    const list = JSON.stringify(devices)
    if (list === told) return
    told = list
    tell(devices)
  }
  const lookAgain = (): void => void look()
  lookAgain()
  media.addEventListener('devicechange', lookAgain)
  every(lookEveryMs, lookAgain)
}
