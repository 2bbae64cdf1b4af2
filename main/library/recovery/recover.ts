import type libsql from 'libsql'
import { rowIdsPerMeeting } from '../row-ids'
import { openPages, type PageReader, type StoredRow } from './page-reader'
import { fits, tableLayouts, type TableLayout } from './table-layouts'

/** What a recovery found. */
export interface Recovery {
  readonly rows: number
  /** Meetings whose own row was lost and of which other rows remain. */
  readonly namelessMeetings: number
}

type Row = Readonly<Record<string, string | number | null>>

/**
 * Copies every readable row of a damaged database into an empty, migrated one. Rows are found by
 * the tables' b-trees; pages that no tree reaches any more are assigned by the shape of their rows.
 * `title`: the title of a meeting whose own row was lost. The full-text index is not copied.
 */
export function recoverRows(damaged: string, target: libsql.Database, title: string): Recovery {
  const layouts = tableLayouts(target)
  const pages = openPages(damaged)
  try {
    const found = rowsByTable(pages, layouts)
    target.exec('PRAGMA foreign_keys = OFF')
    target.exec('BEGIN IMMEDIATE')
    const triggers = takeTriggers(target)
    let rows = 0
    for (const layout of layouts) rows += insertRows(target, layout, found.get(layout.name) ?? [])
    const namelessMeetings = addNamelessMeetings(target, layouts, title)
    target.exec(`UPDATE meetings SET turn_count =
      (SELECT count(*) FROM turns WHERE meeting_id = meetings.id)`)
    // A task or its results without the other cannot continue.
    target.exec('DELETE FROM again_heard WHERE meeting_id NOT IN (SELECT meeting_id FROM again)')
    for (const sql of triggers) target.exec(sql)
    target.exec('COMMIT')
    target.exec('PRAGMA foreign_keys = ON')
    return { rows, namelessMeetings }
  } finally {
    pages.close()
  }
}

/** The rows must be inserted as they were, without the effects of triggers. */
function takeTriggers(target: libsql.Database): string[] {
  const triggers = target
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    .all() as { name: string; sql: string }[]
  for (const { name } of triggers) target.exec(`DROP TRIGGER ${name}`)
  return triggers.map(({ sql }) => sql)
}

function rowsByTable(pages: PageReader, layouts: readonly TableLayout[]): Map<string, StoredRow[]> {
  const seen = new Set<number>()
  const found = new Map<string, StoredRow[]>(layouts.map(({ name }) => [name, []]))
  const roots = schemaRoots(pages, seen)
  for (const layout of layouts) {
    const root = roots.get(layout.name)
    if (root === undefined) continue
    const rows = pages.treeRows(root, seen).filter((row) => fits(layout, row))
    found.get(layout.name)?.push(...rows)
  }
  // Indexes and the full-text index, so that their pages are not taken for lost ones.
  for (const root of roots.values()) pages.treeRows(root, seen)
  for (let page = 1; page <= pages.pageCount; page += 1) {
    if (seen.has(page)) continue
    for (const row of pages.pageRows(page)) {
      const layout = layouts.find((candidate) => isSure(candidate) && fits(candidate, row))
      if (layout) found.get(layout.name)?.push(row)
    }
  }
  return found
}

/**
 * Whether the shape of a row is enough to recognize it. Short rows without a row id look like those
 * of an index.
 */
function isSure({ columns, withoutRowId }: TableLayout): boolean {
  return !withoutRowId || columns.length >= 3
}

/** The root pages of everything in the schema, by name. */
function schemaRoots(pages: PageReader, seen: Set<number>): Map<string, number> {
  const roots = new Map<string, number>()
  for (const { values } of pages.treeRows(1, seen)) {
    const [, name, , root] = values
    if (typeof name === 'string' && typeof root === 'number' && root > 1) roots.set(name, root)
  }
  return roots
}

function insertRows(
  target: libsql.Database,
  { name, columns, rowIdColumn }: TableLayout,
  rows: readonly StoredRow[],
): number {
  let inserted = 0
  for (const { rowId, values } of rows) {
    // An older library has fewer columns; the others take their defaults.
    const present = columns.slice(0, values.length)
    const names = present.map((column) => column.name)
    const bind: Row = Object.fromEntries(
      present.map((column, index) => {
        const value = column.name === rowIdColumn ? rowId : values[index]
        return [column.name, typeof value === 'bigint' ? Number(value) : (value as string | null)]
      }),
    )
    try {
      const sql = `INSERT OR IGNORE INTO ${name} (${names.join()}) VALUES (${names.map((each) => `:${each}`).join()})`
      inserted += target.prepare(sql).run(bind).changes
    } catch {
      // A row that no longer fits the table is not readable.
    }
  }
  return inserted
}

/** Gives rows whose meeting was lost a meeting again; its start is known from the row ids. */
function addNamelessMeetings(
  target: libsql.Database,
  layouts: readonly TableLayout[],
  title: string,
): number {
  // Jobs and what was paid for refer to no meeting: they outlive a deleted one.
  const owners = layouts.filter(({ ofMeetings }) => ofMeetings)
  const lost = target
    .prepare(
      `SELECT DISTINCT meeting_id FROM (
        ${owners.map(({ name }) => `SELECT meeting_id FROM ${name}`).join(' UNION ')}
      ) WHERE meeting_id NOT IN (SELECT id FROM meetings)`,
    )
    .all() as { meeting_id: string }[]
  const numberOf = target.prepare(`
    SELECT id / ${rowIdsPerMeeting} AS number FROM turns WHERE meeting_id = :id
    UNION SELECT id / ${rowIdsPerMeeting} FROM corrections WHERE meeting_id = :id LIMIT 1`)
  const lengthOf = target.prepare(`
    SELECT max(
      coalesce((SELECT max(end_ms) FROM turns WHERE meeting_id = :id), 0),
      coalesce((SELECT max(samples) / 16 FROM audio WHERE meeting_id = :id), 0)
    ) AS ms`)
  const insert = target.prepare(`
    INSERT INTO meetings (number, id, title, started_at, duration_ms, state, engine, model, recovered)
    VALUES (
      coalesce((SELECT :number WHERE NOT EXISTS (SELECT 1 FROM meetings WHERE number = :number)),
        (SELECT coalesce(max(number), 0) + 1 FROM meetings)),
      :id, :title, :startedAt, :durationMs, 'interrupted', 'service', '', 1)`)
  for (const { meeting_id: id } of lost) {
    const number = (numberOf.get({ id }) as { number: number } | undefined)?.number ?? 1
    const { ms: durationMs } = lengthOf.get({ id }) as { ms: number }
    insert.run({ number, id, title, durationMs, startedAt: number * 2_000 })
  }
  return lost.length
}
