import { wordErrorRate, wordsOf } from '../../test/speech/word-error-rate'

/** The targets of the on-device engine on clear speech. */
const targets = { wordErrorPercent: 3, firstPartialMs: 1500, finalMs: 2000 }

/** What the driver of the app must know. */
export interface DemoPlan {
  /** The microphone's audio. */
  readonly wavFile: string
  /** The end of the speech in it. */
  readonly seconds: number
  /** The words of the speech, if they are known. */
  readonly reference: string | null
  /** The name of the speech file. */
  readonly speech: string
}

/** The parts of a turn that are read here. */
interface ReportedTurn {
  readonly isFinal: boolean
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly firstSeenMs: number
  readonly finalMs: number | null
}

/** The results of the demo. Delays are medians. */
export interface DemoReport {
  readonly turns: number
  readonly words: number
  readonly wordErrorRate: number | null
  readonly realTimeFactor: number | null
  /** From the start of a turn's first word to its first text. */
  readonly firstPartialDelayMs: number | null
  /** From the end of a turn's last word to its final text. */
  readonly finalDelayMs: number | null
  readonly text: string
}

interface Heard {
  readonly turns: readonly ReportedTurn[]
  readonly reference: string | null
  /** The load of the engine: processor time for each second of audio. */
  readonly load: number | null
}

/** The report of a recording, from its final turns. */
export function makeReport({ turns, reference, load }: Heard): DemoReport {
  const finals = turns.filter((turn) => turn.isFinal)
  const text = finals.map((turn) => turn.text).join(' ')
  return {
    turns: finals.length,
    words: wordsOf(text).length,
    wordErrorRate: reference === null ? null : wordErrorRate(reference, text),
    realTimeFactor: load,
    firstPartialDelayMs: median(finals.map((turn) => turn.firstSeenMs - turn.startMs)),
    finalDelayMs: median(
      finals.flatMap(({ finalMs, endMs }) => (finalMs === null ? [] : [finalMs - endMs])),
    ),
    text,
  }
}

export interface DemoFigure {
  readonly figure: string
  readonly value: number | null
  readonly unit: string
  readonly target: number | null
  readonly holds: boolean
}

/**
 * The report as figures with their targets. `clear` means that the speech is the demo's own, which
 * is clear: no other speech has a target for its word error rate.
 */
export function figuresOf(
  report: DemoReport,
  { clear }: { readonly clear: boolean },
): readonly DemoFigure[] {
  const percent = report.wordErrorRate === null ? null : report.wordErrorRate * 100
  return [
    withTarget(clear ? targets.wordErrorPercent : null, {
      figure: 'word error rate',
      value: percent,
      unit: '%',
    }),
    withTarget(targets.firstPartialMs, {
      figure: 'first partial delay, median',
      value: report.firstPartialDelayMs,
      unit: 'ms',
    }),
    withTarget(targets.finalMs, {
      figure: 'final delay, median',
      value: report.finalDelayMs,
      unit: 'ms',
    }),
    withTarget(null, {
      figure: 'real-time factor',
      value: report.realTimeFactor,
      unit: 'of one core',
    }),
    withTarget(null, { figure: 'words', value: report.words, unit: 'words' }),
  ]
}

function withTarget(
  target: number | null,
  measured: Pick<DemoFigure, 'figure' | 'value' | 'unit'>,
): DemoFigure {
  const holds = target === null || (measured.value !== null && measured.value <= target)
  return { ...measured, target, holds }
}

/** The middle value, or the mean of the two in the middle; null for an empty list. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return null
  if (sorted.length % 2 === 1) return upper
  return ((sorted[middle - 1] ?? upper) + upper) / 2
}
