import { figure, type Figure } from '../bench/figures'
import type { Outcome } from './driver'

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`

/** What is printed when a case ends; each failure has its own line. */
export function line({ name, tookMs, failures }: Outcome): string {
  const mark = failures.length === 0 ? '✓' : '✗'
  return [`${mark} ${name} (${seconds(tookMs)})`, ...failures.map((one) => `    ${one}`)].join('\n')
}

/** Doubled words, and lost words that are not in a range where sound may be missing. */
export function figureOf(outcome: Outcome): Figure & Omit<Outcome, 'failures'> {
  const { failures, ...rest } = outcome
  const lost = outcome.spoken - outcome.kept
  const measured = figure(`Fault ${outcome.name}: words lost or doubled`, lost + outcome.doubled, {
    unit: 'words',
  })
  return { ...measured, ...rest, holds: failures.length === 0 }
}

/** A row for each case and one for the total. */
export function closingTable(outcomes: readonly Outcome[]): string {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0)
  const failed = outcomes.filter(({ failures }) => failures.length > 0).length
  const all = {
    spoken: sum(({ spoken }) => spoken),
    kept: sum(({ kept }) => kept),
    doubled: sum(({ doubled }) => doubled),
    audioLostMs: sum(({ audioLostMs }) => audioLostMs),
    billedSeconds: sum(({ billedSeconds }) => billedSeconds),
  }
  const rows = [
    ['case', 'words spoken', 'words kept', 'doubled', 'audio lost', 'billed', ''],
    ...outcomes.map((outcome) => row(outcome.name, outcome, outcome.failures.length > 0)),
    row(`all ${outcomes.length}`, all, failed > 0),
  ]
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  )
  return rows
    .map((cells) =>
      cells
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths?.[0] ?? 0) : cell.padStart(widths?.[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function row(
  name: string,
  counts: Pick<Outcome, 'spoken' | 'kept' | 'doubled' | 'audioLostMs' | 'billedSeconds'>,
  failed: boolean,
): string[] {
  const { spoken, kept, doubled, audioLostMs, billedSeconds } = counts
  const cells = [spoken, kept, doubled].map(String)
  return [
    name,
    ...cells,
    `${audioLostMs} ms`,
    `${billedSeconds.toFixed(1)} s`,
    failed ? 'FAILED' : '',
  ]
}
