import type { AudioDevice } from '../../../common/model'

/** `devicechange` does not fire on every system, so the list is also read this often, in ms. */
const pollMs = 5_000

/** Chromium's aliases for a device that is also in the list under its own id. */
const aliases = new Set(['default', 'communications', ''])

/** Returns the microphones under their own ids. */
export function microphonesOf(devices: readonly MediaDeviceInfo[]): AudioDevice[] {
  return devices
    .filter(({ kind, deviceId }) => kind === 'audioinput' && !aliases.has(deviceId))
    .map(({ deviceId, label }) => ({ deviceId, label }))
}

/** The devices of the system. */
export interface DeviceWatch {
  /** At most some seconds old; null until the list was read for the first time. */
  readonly latest: readonly MediaDeviceInfo[] | null
}

export interface DeviceWatchOptions {
  readonly media: Pick<MediaDevices, 'enumerateDevices' | 'addEventListener'>
  /** Receives the microphones at first and at each change. */
  readonly report: (devices: AudioDevice[]) => void
  readonly every: (ms: number, run: () => void) => void
}

/** Watches the devices for as long as the page lives. */
export function watchDevices({ media, report, every }: DeviceWatchOptions): DeviceWatch {
  let latest: readonly MediaDeviceInfo[] | null = null
  let reported = ''
  async function update(): Promise<void> {
    latest = await media.enumerateDevices()
    const devices = microphonesOf(latest)
    const list = JSON.stringify(devices)
    if (list === reported) return
    reported = list
    report(devices)
  }
  const onChange = (): void => void update()
  onChange()
  media.addEventListener('devicechange', onChange)
  every(pollMs, onChange)
  return {
    get latest() {
      return latest
    },
  }
}
