import { wordErrorRate, wordsOf } from './word-errors.mjs'

/** What the on-device engine is held to on clear speech. */
const targets = { wordErrorPercent: 3, firstPartialMs: 1500, finalMs: 2000 }

/**
 * What the demo has shown, from the final turns of the recording. Delays are medians, as a reader
 * of the live view has them: from the first word's start to the first text, and from the last
 * word's end to the final text.
 */
export function makeReport({ turns, reference, load, info }) {
  const finals = turns.filter((turn) => turn.isFinal)
  const text = finals.map((turn) => turn.text).join(' ')
  return {
    ...info,
    turns: finals.length,
    words: wordsOf(text).length,
    wordErrorRate: reference === null ? null : wordErrorRate(reference, text),
    realTimeFactor: load,
    firstPartialDelayMs: median(finals.map((turn) => turn.firstSeenMs - turn.startMs)),
    finalDelayMs: median(finals.map((turn) => turn.finalMs - turn.endMs)),
    text,
  }
}

/**
 * The report as figures with their targets. `clear` says that the speech is the demo's own, which
 * is clear: no other speech is held to a rate of errors.
 */
export function figuresOf(report, clear) {
  const percent = report.wordErrorRate === null ? null : report.wordErrorRate * 100
  return [
    figure('word error rate', percent, '%', clear ? targets.wordErrorPercent : null),
    figure('first partial delay, median', report.firstPartialDelayMs, 'ms', targets.firstPartialMs),
    figure('final delay, median', report.finalDelayMs, 'ms', targets.finalMs),
    figure('real-time factor', report.realTimeFactor, 'of one core', null),
    figure('words', report.words, 'words', null),
  ]
}

function figure(name, value, unit, target) {
  const holds = target === null || (value !== null && value <= target)
  return { figure: name, value, unit, target, holds }
}

export function median(values) {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[middle]
  return (sorted[middle - 1] + sorted[middle]) / 2
}
