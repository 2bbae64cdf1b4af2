import type { AudioDevice, PlayingProgram } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { MainProcess } from '../stores/main-process'

/** The microphones that are connected now, and the programs that play. */
export interface Sources {
  readonly devices: Readable<readonly AudioDevice[]>
  /** null where the system cannot hear one program alone, and before main has answered. */
  readonly programs: Readable<readonly PlayingProgram[] | null>
  /** The system lets Parley hear the default output alone. */
  readonly defaultOnly: Readable<boolean>
  /** Asks again what plays now. */
  readonly loadPrograms: () => void
  /** Unmutes what keeps a program from being heard. */
  readonly openMonitors: () => void
}

export function createSources(main: MainProcess): Sources {
  const devices = createStore<readonly AudioDevice[]>([])
  const programs = createStore<readonly PlayingProgram[] | null>(null)
  const defaultOnly = createStore(false)
  main.on('devices:changed', devices.set)
  main.load('devices:list', devices.set)
  return {
    devices,
    programs,
    defaultOnly,
    loadPrograms: () =>
      void main.call('system-sound:programs', undefined).then((playing) => {
        if (playing.ok) programs.set(playing.value)
        defaultOnly.set(!playing.ok && playing.error.code === 'system-unsupported')
      }),
    openMonitors: () => void main.call('system-sound:open-monitors', undefined),
  }
}
