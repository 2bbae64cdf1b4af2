import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type SoundServerKind = 'pulseaudio' | 'pipewire'

/** The programs that together are a sound server, in a folder of their own. */
export interface SoundDaemons {
  /** What a client needs to find it. */
  readonly clientEnv: Readonly<Record<string, string>>
  /** What the programs need as well. */
  readonly ownEnv: Readonly<Record<string, string>>
  /** In the order of their start. */
  readonly commands: readonly (readonly [string, ...string[]])[]
  /** Whether the answer of `pactl info` says that everything runs. */
  readonly isReady: (info: string) => boolean
}

/** Writes what the server needs into the folder. */
export function soundDaemons(kind: SoundServerKind, folder: string): SoundDaemons {
  return kind === 'pulseaudio' ? pulseAudio(folder) : pipeWire(folder)
}

function pulseAudio(folder: string): SoundDaemons {
  const socket = join(folder, 'pulse.sock')
  const script = join(folder, 'devices.pa')
  writeFileSync(
    script,
    `load-module module-native-protocol-unix socket=${socket} auth-anonymous=1\n`,
  )
  return {
    clientEnv: {
      PULSE_SERVER: `unix:${socket}`,
      PULSE_RUNTIME_PATH: folder,
      PULSE_STATE_PATH: folder,
      PULSE_COOKIE: join(folder, 'pulse.cookie'),
    },
    // A second server on the session's bus would find its name taken, and end.
    ownEnv: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
    commands: [['pulseaudio', '-n', '-F', script, '--exit-idle-time=-1', '--daemonize=no']],
    isReady: () => true,
  }
}

function pipeWire(folder: string): SoundDaemons {
  const own = join(folder, 'pw')
  mkdirSync(own, { mode: 0o700 })
  return {
    clientEnv: { PULSE_SERVER: `unix:${join(own, 'pulse', 'native')}` },
    ownEnv: {
      XDG_RUNTIME_DIR: own,
      PIPEWIRE_RUNTIME_DIR: own,
      PULSE_RUNTIME_PATH: join(own, 'pulse'),
      XDG_STATE_HOME: join(own, 'state'),
      XDG_CONFIG_HOME: join(own, 'config'),
    },
    commands: [['pipewire'], ['wireplumber'], ['pipewire-pulse']],
    // WirePlumber chooses the default devices.
    isReady: (info) => !info.includes('@DEFAULT_SINK@'),
  }
}
