import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { soundDaemons, type SoundServerKind } from './sound-daemons'

/** A sound server with devices of its own, as on a person's computer. */
export interface SoundServer {
  /** The environment in which an app finds it. */
  readonly env: Readonly<Record<string, string>>
  /** Connects a microphone; it records what is played to a sink of the same name. */
  plugMicrophone(name: string, rate?: number): void
  setDefaultMicrophone(name: string): void
  /** Connects an output device, such as headphones. */
  plugSpeakers(name: string): void
  setDefaultSpeakers(name: string): void
  muteSpeakers(name: string, muted: boolean): void
  /** Of a microphone, or of what hears speakers: `NAME.monitor`. */
  muteMicrophone(name: string, muted: boolean): void
  unplug(name: string): void
  /** Moves everything that plays to other speakers. */
  movePrograms(to: string): void
  /** Plays a WAV, as the program of this name; resolves when it is over. */
  play(device: string, path: string, program?: string): Promise<void>
  /** Opens a stream of a program that records or plays silence. Returns the function that ends it. */
  openStream(stream: ProgramStream): () => void
  /** Ends it, as when a sound server crashes. */
  kill(): Promise<void>
  /** Starts it again, with the devices that it had at first. */
  start(): Promise<void>
}

export interface ProgramStream {
  readonly kind: 'record' | 'play'
  /** The microphone, the speakers, or `NAME.monitor`. */
  readonly device: string
  readonly program: string
  readonly role?: string
}

/** The sink whose audio a microphone records. */
export const mouthOf = (microphone: string) => `${microphone}-mouth`

/** Starts a server with the microphone `desk` and the speakers `speakers`, both the default. */
export async function startSoundServer(
  folder: string,
  kind: SoundServerKind = 'pulseaudio',
): Promise<SoundServer> {
  const { clientEnv: env, ownEnv, commands, isReady } = soundDaemons(kind, folder)
  const logPath = join(folder, 'sound.log')
  const log = openSync(logPath, 'a')
  const modules = new Map<string, string[]>()
  const listeners = new Map<string, ChildProcess>()
  let daemons: ChildProcess[] = []

  const run = (program: string, ...args: string[]) =>
    spawn(program, args, {
      env: { ...process.env, ...ownEnv, ...env },
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

  /** Without a listener, a null sink works in blocks of 2 s, unlike a real device. */
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
    for (const [program, ...args] of commands) {
      daemons.push(run(program, ...args))
      // PipeWire's parts look for each other once.
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    const answers = () => {
      const { status, stdout } = spawnSync('pactl', ['info'], {
        env: { ...process.env, ...env, LC_ALL: 'C' },
        encoding: 'utf8',
      })
      return status === 0 && isReady(stdout)
    }
    if (!(await until(answers))) {
      throw new Error(`The sound server did not start: ${readFileSync(logPath, 'utf8')}`)
    }
    // Without a microphone, who listens to the speakers would be moved to the first one.
    plugMicrophone('desk')
    control('set-default-source', 'desk')
    plugSpeakers('speakers')
    control('set-default-sink', 'speakers')
  }

  await start()
  return {
    env,
    plugMicrophone,
    unplug,
    movePrograms: (to) => {
      for (const line of control('list', 'short', 'sink-inputs').split('\n')) {
        const [index = ''] = line.split('\t')
        if (index !== '') control('move-sink-input', index, to)
      }
    },
    muteMicrophone: (name, muted) => void control('set-source-mute', name, muted ? '1' : '0'),
    setDefaultMicrophone: (name) => void control('set-default-source', name),
    plugSpeakers,
    setDefaultSpeakers: (name) => void control('set-default-sink', name),
    muteSpeakers: (name, muted) => void control('set-sink-mute', name, muted ? '1' : '0'),
    openStream: ({ kind, device, program, role }) => {
      const properties = [
        `--property=application.process.binary=${program}`,
        `--property=application.name=${program}`,
        ...(role === undefined ? [] : [`--property=media.role=${role}`]),
      ]
      const file = kind === 'record' ? '/dev/null' : '/dev/zero'
      const child = run('pacat', `--${kind}`, '--raw', '-d', device, ...properties, file)
      return () => void child.kill()
    },
    play: (device, path, program) =>
      new Promise((resolve, reject) => {
        // What a person says is no program that plays something.
        const role = device.endsWith('-mouth') ? ['--property=media.role=filter'] : []
        const name =
          program === undefined ? [] : [`--property=application.process.binary=${program}`]
        const player = run('paplay', '-d', device, ...role, ...name, path)
        player.once('error', reject)
        player.once('exit', () => resolve())
      }),
    start,
    kill: async () => {
      for (const listener of listeners.values()) listener.kill()
      modules.clear()
      const running = daemons.filter((one) => one.exitCode === null && one.signalCode === null)
      const ended = running.map((daemon) => once(daemon, 'exit'))
      for (const daemon of running) daemon.kill('SIGKILL')
      daemons = []
      await Promise.all(ended)
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
