import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A sound server with devices of its own: PulseAudio, as on a person's computer. */
export interface SoundServer {
  /** What an app needs to find it. */
  readonly env: Readonly<Record<string, string>>
  /** Plugs a microphone in; what is said into it is played to a sink of the same name. */
  plugMicrophone(name: string, rate?: number): void
  unplugMicrophone(name: string): void
  setDefaultMicrophone(name: string): void
  /** Plugs in what plays sound, such as headphones. */
  plugSpeakers(name: string): void
  setDefaultSpeakers(name: string): void
  muteSpeakers(name: string, muted: boolean): void
  /** Plays a WAV; resolves when it is over. */
  play(device: string, path: string): Promise<void>
  /** Ends it, as when a sound server crashes. */
  kill(): Promise<void>
  /** Starts it again, with the devices that it had at first. */
  start(): Promise<void>
}

/** The sink into which a person speaks, for a microphone that hears it. */
export const mouthOf = (microphone: string) => `${microphone}-mouth`

/** Starts a server with the microphone `desk` and the speakers `speakers`, both the default. */
export async function startSoundServer(folder: string): Promise<SoundServer> {
  const socket = join(folder, 'pulse.sock')
  const env = {
    PULSE_SERVER: `unix:${socket}`,
    PULSE_RUNTIME_PATH: folder,
    PULSE_STATE_PATH: folder,
    PULSE_COOKIE: join(folder, 'pulse.cookie'),
  }
  /** A second server on the session's bus would find its name taken, and end. */
  const noBus = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }
  const logPath = join(folder, 'pulse.log')
  const log = openSync(logPath, 'a')
  const modules = new Map<string, string[]>()
  const listeners = new Map<string, ChildProcess>()
  let server: ChildProcess | null = null
  let ended = Promise.resolve()

  const run = (program: string, ...args: string[]) =>
    spawn(program, args, {
      env: { ...process.env, ...env, ...noBus },
      stdio: ['ignore', 'ignore', log],
    })

  function control(...args: string[]): string {
    const { status, stdout, stderr } = spawnSync('pactl', args, {
      env: { ...process.env, ...env, LC_ALL: 'C' },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`pactl ${args.join(' ')}: ${stderr}`)
    return stdout.trim()
  }

  function load(device: string, ...args: string[]): void {
    modules.set(device, [control('load-module', ...args), ...(modules.get(device) ?? [])])
  }

  const described = (kind: string, name: string) => `${kind}_properties=device.description=${name}`

  function plugMicrophone(name: string, rate = 48_000): void {
    const mouth = mouthOf(name)
    const sink = [`sink_name=${mouth}`, `rate=${rate}`, described('sink', mouth)]
    load(name, 'module-null-sink', ...sink)
    const source = [`source_name=${name}`, `master=${mouth}.monitor`, `rate=${rate}`]
    load(name, 'module-remap-source', ...source, described('source', name))
    keepAwake(name, name)
  }

  /** A null sink that nobody listens to works in blocks of 2 s, as no real device does. */
  function keepAwake(name: string, source: string): void {
    const args = ['-d', source, '--latency-msec=10', '--raw', '/dev/null']
    listeners.set(name, run('parec', ...args))
  }

  function plugSpeakers(name: string): void {
    load(name, 'module-null-sink', `sink_name=${name}`, 'rate=48000', described('sink', name))
    keepAwake(name, `${name}.monitor`)
  }

  function unplug(name: string): void {
    listeners.get(name)?.kill()
    for (const module of modules.get(name) ?? []) control('unload-module', module)
    modules.delete(name)
  }

  async function start(): Promise<void> {
    const script = join(folder, 'devices.pa')
    const load = `load-module module-native-protocol-unix socket=${socket} auth-anonymous=1\n`
    writeFileSync(script, load)
    const args = ['-n', '-F', script, '--exit-idle-time=-1', '--daemonize=no']
    const started = run('pulseaudio', ...args)
    ended = new Promise((resolve) => started.once('exit', () => resolve()))
    server = started
    const answers = () =>
      spawnSync('pactl', ['info'], { env: { ...process.env, ...env } }).status === 0
    if (!(await until(answers))) {
      throw new Error(`The sound server did not start: ${readFileSync(logPath, 'utf8')}`)
    }
    plugSpeakers('speakers')
    plugMicrophone('desk')
    control('set-default-sink', 'speakers')
    control('set-default-source', 'desk')
  }

  await start()
  return {
    env,
    plugMicrophone,
    unplugMicrophone: unplug,
    setDefaultMicrophone: (name) => void control('set-default-source', name),
    plugSpeakers,
    setDefaultSpeakers: (name) => void control('set-default-sink', name),
    muteSpeakers: (name, muted) => void control('set-sink-mute', name, muted ? '1' : '0'),
    play: (device, path) =>
      new Promise((resolve, reject) => {
        const player = run('paplay', '-d', device, path)
        player.once('error', reject)
        player.once('exit', () => resolve())
      }),
    start,
    kill: async () => {
      for (const listener of listeners.values()) listener.kill()
      modules.clear()
      server?.kill('SIGKILL')
      await ended
    },
  }
}

async function until(isSo: () => boolean): Promise<boolean> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (isSo()) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
