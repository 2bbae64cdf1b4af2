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
import type { GapReason } from '../../common/model'
import { storedSound, transcript, wordsOfWav } from '../e2e/recording'
import { goodKey } from '../e2e/service-key'
import type { BehaviourPatch } from '../service/options'
import { startService, type Service } from '../service/service'
import { parseWav } from '../speech/wav'
import { transcribed, stop, type Action } from './actions'
import { createRandom } from './random'
import { onSmallDisk, openContext, until, wait, type Recording, type FaultContext } from './context'
import { evaluate, type Verdict } from './ground-truth'

/** One fault that happens while the app records, and what may be missing after it. */
export interface FaultCase {
  readonly name: string
  /** About how long it takes, in s: the longest cases start first. */
  readonly seconds: number
  /** Whether `npm test` runs it. */
  readonly short?: true
  /** How many words are said. */
  readonly words: number
  readonly actions: readonly Action[]
  /** Reasons of gaps that must exist, in any number, and of gaps that may exist. */
  readonly gaps?: readonly GapReason[]
  readonly mayGaps?: readonly GapReason[]
  /** How much sound may be missing at most, in ms. */
  readonly audioLostMs?: number
  readonly behaviour?: BehaviourPatch
  readonly args?: readonly string[]
  /** If the case sets the app's wall clock: how far from the true time it starts, in ms. */
  readonly wallClockMs?: number
  /** Whether the key is kept after the app ends. */
  readonly keep?: 'keychain'
  /** Whether the library is on a disk that can be filled. */
  readonly smallDisk?: true
  /** What the simulator must have seen. */
  readonly checkService?: (service: Service) => string | null
}

export interface Outcome extends Verdict {
  readonly name: string
  /** The audio of the jobs that the service billed, in s. */
  readonly billedSeconds: number
  readonly tookMs: number
}

/** At the end of a recording, less than a second is no loss. */
const endMs = 1_000
const repairMs = 120_000
/** How long the deletion of the last job may take. */
const deletionMs = 45_000
/**
 * The audio that a job contains around its gap, both ends together, and one more for rounding, in
 * ms.
 */
const contextSeconds = 3

/** Runs one case with an app, a service and folders of its own. */
export async function runCase(fault: FaultCase, seed: number): Promise<Outcome> {
  const begun = Date.now()
  const folder = mkdtempSync(join(tmpdir(), `parley-fault-${fault.name}-`))
  const dataFolder = fault.smallDisk ? onSmallDisk(fault.name) : join(folder, 'data')
  mkdirSync(dataFolder, { recursive: true })
  const service = await startService({
    behaviour: {
      ...fault.behaviour,
      keys: { [goodKey]: 'good' },
      session: { newSessionsPerMinute: 5, ...fault.behaviour?.session },
    },
    keepAudio: false,
  })
  let stage: FaultContext | null = null
  let failed = true
  const outcome = (verdict: Verdict): Outcome => {
    failed = verdict.failures.length > 0
    const billedSeconds = service.billedJobs().reduce((sum, { seconds }) => sum + seconds, 0)
    return { name: fault.name, tookMs: Date.now() - begun, billedSeconds, ...verdict }
  }
  try {
    stage = await openContext({
      service,
      folder,
      dataFolder,
      words: fault.words,
      keep: fault.keep ?? 'memory',
      args: fault.args ?? [],
      wallClockMs: fault.wallClockMs ?? null,
      random: createRandom(seed),
    })
    return outcome(await runActions(fault, stage))
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

async function runActions(fault: FaultCase, stage: FaultContext): Promise<Verdict> {
  await stage.record()
  const watching = noteFinalsEverySecond(stage)
  try {
    for (const deed of fault.actions) await deed(stage)
    if (stage.recordings.at(-1)?.endedMs === null) {
      if (!fault.actions.includes(stop)) await transcribed(fault.words - 1, 90_000)(stage)
      await stop(stage)
    }
  } finally {
    watching.abort()
  }
  const verdicts: Verdict[] = []
  for (const recording of stage.recordings) {
    await gapsFilled(stage, recording)
    verdicts.push(await evaluateRecording(fault, stage, recording))
  }
  const sum = (of: (verdict: Verdict) => number) =>
    verdicts.reduce((total, verdict) => total + of(verdict), 0)
  await jobsDeleted(stage)
  const seen = [
    fault.checkService?.(stage.service) ?? null,
    ...(await billingFailures(stage)),
    stage.service.keptJobs().length > 0
      ? `${stage.service.keptJobs().length} jobs not deleted`
      : null,
  ].filter((failure) => failure !== null)
  return {
    spoken: sum(({ spoken }) => spoken),
    kept: sum(({ kept }) => kept),
    doubled: sum(({ doubled }) => doubled),
    audioLostMs: sum(({ audioLostMs }) => audioLostMs),
    failures: [...verdicts.flatMap(({ failures }) => failures), ...seen],
  }
}

/** Reads the finals once a second, and again later if the window is gone. */
function noteFinalsEverySecond(stage: FaultContext): AbortController {
  const over = new AbortController()
  void (async () => {
    while (!over.signal.aborted) {
      await wait(1_000)
      await stage.noteFinals().catch(() => undefined)
    }
  })()
  return over
}

/** Waits until the words of every gap with sound are in the meeting. */
async function gapsFilled(stage: FaultContext, { id }: Recording): Promise<void> {
  const whole = async () => {
    const { meeting, gaps } = await transcript(stage.parley, id)
    const open = gaps.some(({ sound, filled }) => sound && !filled)
    return !open && (meeting.textPercent ?? 100) === 100
  }
  // The verdict reports what is still open then.
  await until(whole, 'repaired', repairMs).catch(() => undefined)
}

/** Waits until the service keeps no job. */
async function jobsDeleted({ service }: FaultContext): Promise<void> {
  // A job that is still kept then is a failure of the case.
  await until(() => service.keptJobs().length === 0, 'jobs deleted', deletionMs).catch(
    () => undefined,
  )
}

/** Compares what the service billed with the gaps that were filled: no second is paid for twice. */
async function billingFailures({ service, parley, recordings }: FaultContext): Promise<string[]> {
  const billed = service.billedJobs()
  const digests = billed.map(({ digest }) => digest)
  const twice = digests.filter((digest, index) => digests.indexOf(digest) !== index)
  let gapSeconds = 0
  for (const { id } of recordings) {
    const { gaps } = await transcript(parley, id)
    for (const { startMs, endMs } of gaps) gapSeconds += (endMs - startMs) / 1_000 + contextSeconds
  }
  const paid = billed.reduce((sum, { seconds }) => sum + seconds, 0)
  return [
    ...(twice.length > 0 ? [`${twice.length} jobs bought twice`] : []),
    ...(paid > gapSeconds ? [`${paid.toFixed(1)} s billed for ${gapSeconds.toFixed(1)} s`] : []),
  ]
}

async function evaluateRecording(
  fault: FaultCase,
  stage: FaultContext,
  recording: Recording,
): Promise<Verdict> {
  const meeting = await transcript(stage.parley, recording.id)
  // A recording that was killed before its first sound has no file.
  const path = meeting.meeting.audio.length > 0 ? storedSound(stage.parley, recording.id) : null
  const verdict = evaluate({
    said: stage.spoken.words,
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

/** Copies the app's output, its log and its library to the session's output. */
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
