/**
 * The row ids of the full-text index. Each meeting has a range of its own, and the ranges are in the
 * order in which the meetings started: the search reads the newest first without sorting, and one
 * meeting is one range. A range holds the turns in the order in which they came, then corrections,
 * notes, speakers and the title.
 */
export const rowIdsPerMeeting = 2 ** 20

/** Keeps row ids below 2 ** 51, where a JavaScript number is an exact integer for SQLite. */
export const lastMeetingNumber = 2 ** 31 - 1

/** How many ms share one meeting number; the numbers last from 1970 to 2106. */
export const slotMs = 2_000
/** Leaves room after the last slot for meetings whose own slot is taken. */
const lastSlot = lastMeetingNumber - 2 ** 20

const starts = {
  turn: 1,
  correction: 0x8_0000,
  note: 0xe_0000,
  speaker: 0xf_8000,
  title: 0xf_ffff,
}
export type RowKind = keyof typeof starts
/** From the last to the first. A search asks for the kind of thousands of rows. */
const backwards = (Object.entries(starts) as [RowKind, number][]).reverse()

/** The first and last row id of one kind, or of all kinds, of a meeting. */
export function rowIdRange(meetingNumber: number, kind?: RowKind): { from: number; to: number } {
  const base = meetingNumber * rowIdsPerMeeting
  if (kind === undefined) return { from: base, to: base + rowIdsPerMeeting - 1 }
  const next = Object.values(starts).find((start) => start > starts[kind]) ?? rowIdsPerMeeting
  return { from: base + starts[kind], to: base + next - 1 }
}

/** Splits a row id into the meeting's number, the kind, and the index within that kind, from 0. */
export function parseRowId(rowId: number): { meeting: number; kind: RowKind; index: number } {
  const meeting = Math.floor(rowId / rowIdsPerMeeting)
  const at = rowId % rowIdsPerMeeting
  const [kind, start] = backwards.find(([, from]) => from <= at) ?? ['turn', starts.turn]
  return { meeting, kind, index: at - start }
}

/** SQL for the next free row id in `table`, of the meeting whose number is the SQL `number`. */
export function nextRowIdSql(table: 'turns' | 'corrections', number: string): string {
  const from = `${number} * ${rowIdsPerMeeting} + ${starts[table === 'turns' ? 'turn' : 'correction']}`
  const to = `${number} * ${rowIdsPerMeeting} + ${table === 'turns' ? starts.correction : starts.note}`
  return `(SELECT coalesce(max(id) + 1, ${from}) FROM ${table} WHERE id >= ${from} AND id < ${to})`
}

/**
 * SQL for the number of a new meeting: that of its start (the SQL `startedAt`), or the next free
 * one. Meetings that started within seconds of each other may be in the order of their creation.
 */
export function nextMeetingNumberSql(startedAt: string): string {
  const slot = `max(1, min(${lastSlot}, CAST(${startedAt} AS INTEGER) / ${slotMs}))`
  return `(
    WITH RECURSIVE slots (slot) AS (
      SELECT ${slot} UNION ALL
      SELECT slot + 1 FROM slots WHERE EXISTS (SELECT 1 FROM meetings WHERE number = slot)
    )
    SELECT max(slot) FROM slots
  )`
}
