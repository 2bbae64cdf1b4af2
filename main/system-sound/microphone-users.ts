import { isInTree, programOf, type ParentOf, type Program } from './programs'
import type { ClientInfo, SinkInput, SourceInfo, SourceOutput } from './pulse/messages'

/** A program that holds a microphone as a call does: it records, and it plays or is a phone. */
export interface MicrophoneUser extends Program {
  /** It plays something now. */
  readonly plays: boolean
}

export interface SoundFacts {
  readonly outputs: readonly SourceOutput[]
  readonly inputs: readonly SinkInput[]
  readonly sources: readonly SourceInfo[]
  readonly clients: readonly ClientInfo[]
  readonly ownPid: number
  readonly parentOf: ParentOf
}

/** Programs that record, play and mix by their nature. What they do is no call. */
const recorders =
  /^(obs(-studio|64|32)?|audacity|tenacity|ardour\S*|reaper|bitwig\S*|lmms|qtractor|carla|jack\w*|arecord|parec(ord)?|pacat|paplay|pw-(record|cat|play)|ffmpeg|ffplay|sox|rec|gst-launch-\S+|gnome-sound-recorder|sound-?recorder|vocalis|kwave|simplescreenrecorder|kooha|gpu-screen-recorder|vlc|mpv|easyeffects|pulseeffects|noisetorch|cadmus|pavucontrol\S*|gnome-shell|gnome-control-center|plasmashell|cinnamon|mako|speech-dispatcher|sd_\w+|orca|steam)$/i

/** What programs do that are part of the desktop. */
const rolesOfDesktop: ReadonlySet<string> = new Set(['event', 'filter', 'a11y'])

interface Stream {
  readonly program: Program
  readonly pid: number | null
  readonly role: string
}

/** The programs that hold a microphone now, each once, by key. */
export function microphoneUsers(facts: SoundFacts): MicrophoneUser[] {
  const { outputs, inputs, sources, parentOf } = facts
  const microphones = new Set(
    sources.filter(({ isMonitor }) => !isMonitor).map(({ index }) => index),
  )
  const playing = inputs.flatMap((input) => {
    const stream = streamOf(input, facts)
    return stream === null ? [] : [{ ...stream, corked: input.corked }]
  })
  const found = new Map<string, MicrophoneUser>()
  for (const output of outputs) {
    if (output.corked || output.isMeter || !microphones.has(output.source)) continue
    const stream = streamOf(output, facts)
    if (stream === null) continue
    const own = playing.filter((other) => isSameProgram(stream, other, parentOf))
    if (own.length === 0 && stream.role !== 'phone') continue
    const plays = own.some(({ corked }) => !corked)
    found.set(stream.program.key, { ...stream.program, plays })
  }
  return [...found.values()]
}

/** The programs that play something now, for the end of a call, by key. */
export function playingPrograms(facts: SoundFacts): string[] {
  const keys = facts.inputs.flatMap((input) =>
    input.corked ? [] : (streamOf(input, facts)?.program.key ?? []),
  )
  return [...new Set(keys)]
}

/** The program of a stream that could be in a call; null for Parley, modules, recorders and the desktop. */
function streamOf(
  { client, properties }: Pick<SinkInput, 'client' | 'properties'>,
  { clients, ownPid, parentOf }: SoundFacts,
): Stream | null {
  const ofClient = clients.find(({ index }) => index === client)?.properties ?? {}
  // Programs of PipeWire itself say on their client who they are.
  const all = { ...ofClient, ...properties }
  const program = programOf({ properties: all })
  const role = properties['media.role'] ?? ''
  const isProgram = Object.keys(properties).some((key) => key.startsWith('application.'))
  if (program === null || !isProgram || rolesOfDesktop.has(role)) return null
  if (recorders.test(program.key)) return null
  const number = Number(all['application.process.id'])
  const pid = Number.isInteger(number) && number > 0 ? number : null
  if (pid !== null && isInTree(pid, ownPid, parentOf)) return null
  return { program, pid, role }
}

function isSameProgram(one: Stream, other: Stream, parentOf: ParentOf): boolean {
  if (one.program.key === other.program.key) return true
  if (one.pid === null || other.pid === null) return false
  return isInTree(one.pid, other.pid, parentOf) || isInTree(other.pid, one.pid, parentOf)
}
