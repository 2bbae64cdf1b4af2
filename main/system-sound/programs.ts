import type { SinkInput } from './pulse/messages'

/** A program that plays, as a person knows it. */
export interface Program {
  /** Stays the same from one start of the program to the next. */
  readonly key: string
  readonly name: string
}

/** Libraries give these names to the streams of many programs. */
const namesOfLibraries =
  /^(chromium( input)?|webrtc voiceengine|playback|audio ?stream|alsa plug-in.*)$/i

/** The program of a stream; null if it says nothing about itself. */
export function programOf({ properties }: Pick<SinkInput, 'properties'>): Program | null {
  const binary = properties['application.process.binary']?.split('/').at(-1)
  const given = properties['application.name']
  const key = (binary || given || '').slice(0, 200)
  if (key === '') return null
  const isOwn = given !== undefined && given !== '' && !namesOfLibraries.test(given)
  return { key, name: (isOwn ? given : key).slice(0, 200) }
}

/** Returns the parent of a process, or null if there is no such process. */
export type ParentOf = (pid: number) => number | null

/** The longest way from a process to the first one of its program. */
const longestWay = 32

/** Whether a process is `root` or was started by it. */
export function isInTree(pid: number, root: number, parentOf: ParentOf): boolean {
  let at: number | null = pid
  for (let steps = 0; at !== null && at > 1 && steps < longestWay; steps += 1) {
    if (at === root) return true
    at = parentOf(at)
  }
  return false
}

/** Reads the parent from the text of /proc/PID/stat. The name before it may hold brackets. */
export function parentInStat(stat: string): number | null {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const parent = Number(fields[1])
  return Number.isInteger(parent) ? parent : null
}

/** Whether a stream belongs to Parley: what it plays is not the meeting. */
export function isOwn({ properties }: SinkInput, root: number, parentOf: ParentOf): boolean {
  const pid = Number(properties['application.process.id'])
  return Number.isInteger(pid) && pid > 0 && isInTree(pid, root, parentOf)
}

/**
 * Whether a program plays this itself. What a module plays, it has from a program that is heard
 * anyway, and from the microphone.
 */
export function isOfProgram({ properties }: SinkInput): boolean {
  const isProgram = Object.keys(properties).some((key) => key.startsWith('application.'))
  return isProgram && properties['media.role'] !== 'filter'
}
