import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GapReason } from '../../preload/model'
import { storedSound, transcript, wordsOfWav } from '../e2e/recording'
import { goodKey } from '../e2e/service-key'
import type { KnobsPatch } from '../service/knobs'
import { startService, type Service } from '../service/service'
import { parseWav } from '../speech/wav'
import { heard, stop, type Deed } from './deeds'
import { createRandom } from './random'
import { onSmallDisk, openStage, until, wait, type Recording, type Stage } from './stage'
import { judge, type Verdict } from './truth'

/** One fault, as it is done to the app while it records, and what may be missing after it. */
export interface FaultCase {
  readonly name: string
  /** How long it takes, about, in s: the longest are begun first. */
  readonly seconds: number
  /** Whether `npm test` runs it. */
  readonly short?: true
  /** How many words are said. */
  readonly words: number
  readonly deeds: readonly Deed[]
  /** Gaps that there must be, in any number, and others that there may be. */
  readonly gaps?: readonly GapReason[]
  readonly mayGaps?: readonly GapReason[]
  /** The most sound that may be missing, in ms. */
  readonly audioLostMs?: number
  readonly knobs?: KnobsPatch
  readonly args?: readonly string[]
  /** Whether the key outlives the app. */
  readonly keep?: 'keychain'
  /** Whether the library is on a disk that can be filled. */
  readonly smallDisk?: true
  /** What the simulator must have seen. */
  readonly seen?: (service: Service) => string | null
}

export interface Outcome extends Verdict {
  readonly name: string
  readonly tookMs: number
}

/** What a recording ends like: less than a second is no loss. */
const endMs = 1_000
const repairMs = 120_000

/** Runs one case with an app, a service and folders of its own. */
export async function runCase(fault: FaultCase, seed: number): Promise<Outcome> {
  const begun = Date.now()
  const folder = mkdtempSync(join(tmpdir(), `parley-fault-${fault.name}-`))
  const dataFolder = fault.smallDisk ? onSmallDisk(fault.name) : join(folder, 'data')
  mkdirSync(dataFolder, { recursive: true })
  const service = await startService({
    knobs: {
      ...fault.knobs,
      keys: { [goodKey]: 'good' },
      session: { newSessionsPerMinute: 5, ...fault.knobs?.session },
    },
    keepAudio: false,
  })
  let stage: Stage | null = null
  let failed = true
  const outcome = (verdict: Verdict): Outcome => {
    failed = verdict.failures.length > 0
    return { name: fault.name, tookMs: Date.now() - begun, ...verdict }
  }
  try {
    stage = await openStage({
      service,
      folder,
      dataFolder,
      words: fault.words,
      keep: fault.keep ?? 'memory',
      args: fault.args ?? [],
      random: createRandom(seed),
    })
    return outcome(await play(fault, stage))
  } catch (cause) {
    const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    return outcome({ spoken: 0, kept: 0, doubled: 0, audioLostMs: 0, failures: [text] })
  } finally {
    await stage?.close()
    await service.close()
    if (failed) keepLogs(fault.name, stage?.output() ?? '', dataFolder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function play(fault: FaultCase, stage: Stage): Promise<Verdict> {
  await stage.record()
  const watching = watchFinals(stage)
  try {
    for (const deed of fault.deeds) await deed(stage)
    if (stage.recordings.at(-1)?.endedMs === null) {
      if (!fault.deeds.includes(stop)) await heard(fault.words - 1, 90_000)(stage)
      await stop(stage)
    }
  } finally {
    watching.abort()
  }
  const verdicts: Verdict[] = []
  for (const recording of stage.recordings) {
    await repaired(stage, recording)
    verdicts.push(await look(fault, stage, recording))
  }
  const sum = (of: (verdict: Verdict) => number) =>
    verdicts.reduce((total, verdict) => total + of(verdict), 0)
  const seen = fault.seen?.(stage.service) ?? null
  return {
    spoken: sum(({ spoken }) => spoken),
    kept: sum(({ kept }) => kept),
    doubled: sum(({ doubled }) => doubled),
    audioLostMs: sum(({ audioLostMs }) => audioLostMs),
    failures: [...verdicts.flatMap(({ failures }) => failures), ...(seen === null ? [] : [seen])],
  }
}

/** Looks at the finals once a second; a window that is away meanwhile is asked again. */
function watchFinals(stage: Stage): AbortController {
  const over = new AbortController()
  void (async () => {
    while (!over.signal.aborted) {
      await wait(1_000)
      await stage.watch().catch(() => undefined)
    }
  })()
  return over
}

/** Waits until the words of every gap with sound stand in the meeting. */
async function repaired(stage: Stage, { id }: Recording): Promise<void> {
  const whole = async () => {
    const { meeting, gaps } = await transcript(stage.parley, id)
    const open = gaps.some(({ sound, filled }) => sound && !filled)
    return !open && (meeting.textPercent ?? 100) === 100
  }
  // What is still open then stands in the verdict.
  await until(whole, 'repaired', repairMs).catch(() => undefined)
}

async function look(fault: FaultCase, stage: Stage, recording: Recording): Promise<Verdict> {
  const meeting = await transcript(stage.parley, recording.id)
  // One that was killed before its first sound has none, and none can be asked of it.
  const path = meeting.meeting.audio.length > 0 ? storedSound(stage.parley, recording.id) : null
  const verdict = judge({
    said: stage.said.words,
    endedMs: recording.endedMs ?? 0,
    sound: path === null ? [] : wordsOfWav(path),
    soundMs: path === null ? 0 : parseWav(readFileSync(path)).samples.length / 16,
    meeting,
    finals: recording.finals,
  })
  const reasons = new Set(meeting.gaps.map(({ reason }) => reason))
  const missed = (fault.gaps ?? []).filter((reason) => !reasons.has(reason))
  const may: readonly GapReason[] = [...(fault.gaps ?? []), ...(fault.mayGaps ?? [])]
  const others = [...reasons].filter((reason) => !may.includes(reason))
  const most = (fault.audioLostMs ?? 0) + endMs
  return {
    ...verdict,
    failures: [
      ...verdict.failures,
      ...missed.map((reason) => `no gap "${reason}"`),
      ...others.map((reason) => `a gap "${reason}" for which there is no reason`),
      ...(verdict.audioLostMs > most
        ? [`${verdict.audioLostMs} ms of sound are missing; at most ${most} may`]
        : []),
    ].map((sentence) => (stage.recordings.length > 1 ? `${recording.id}: ${sentence}` : sentence)),
  }
}

/** What the app said and logged, and its library, where the session's output is kept. */
function keepLogs(name: string, output: string, dataFolder: string): void {
  const target = process.env.PARLEY_OUTPUT
  if (!target) return
  const folder = join(target, 'faults', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'output.log'), output)
  for (const part of ['logs', 'library']) {
    const kept = join(dataFolder, part)
    if (existsSync(kept)) cpSync(kept, join(folder, part), { recursive: true })
  }
}
