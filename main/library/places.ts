/**
 * The numbers of what can be found. Each meeting has a range of its own, in the order in which
 * meetings began, so that the newest come first without sorting and a meeting is one range.
 * Within it stand the turns in the order in which they came, then what a person wrote.
 */
export const placesOfMeeting = 2 ** 20

/** SQLite takes a number of JavaScript for a place as it is only below 2 ** 51. */
export const lastMeetingNumber = 2 ** 31 - 1

/** How many ms share a number; so the numbers last from 1970 to 2106. */
const slotMs = 2_000
/** Room behind the last slot, for meetings whose own is taken. */
const lastSlot = lastMeetingNumber - 2 ** 20

const starts = {
  turn: 1,
  correction: 0x8_0000,
  note: 0xe_0000,
  speaker: 0xf_8000,
  title: 0xf_ffff,
}
export type PlaceKind = keyof typeof starts

/** First and last place of one kind, or of all kinds, of a meeting. */
export function placeRange(meetingNumber: number, kind?: PlaceKind): { from: number; to: number } {
  const base = meetingNumber * placesOfMeeting
  if (kind === undefined) return { from: base, to: base + placesOfMeeting - 1 }
  const next = Object.values(starts).find((start) => start > starts[kind]) ?? placesOfMeeting
  return { from: base + starts[kind], to: base + next - 1 }
}

/** What stands at a place: its meeting's number, its kind, and which one of that kind, from 0. */
export function readPlace(place: number): { meeting: number; kind: PlaceKind; index: number } {
  const meeting = Math.floor(place / placesOfMeeting)
  const at = place % placesOfMeeting
  const kinds = Object.entries(starts) as [PlaceKind, number][]
  const [kind, start] = kinds.findLast(([, from]) => from <= at) ?? ['turn', starts.turn]
  return { meeting, kind, index: at - start }
}

/** SQL for the next free place of a kind in `table`, of the meeting that `number` says. */
export function nextPlaceSql(table: 'turns' | 'corrections', number: string): string {
  const from = `${number} * ${placesOfMeeting} + ${starts[table === 'turns' ? 'turn' : 'correction']}`
  const to = `${number} * ${placesOfMeeting} + ${table === 'turns' ? starts.correction : starts.note}`
  return `(SELECT coalesce(max(id) + 1, ${from}) FROM ${table} WHERE id >= ${from} AND id < ${to})`
}

/**
 * SQL for the number of a new meeting: that of its start, `startedAt`, or the next one that is
 * free. Meetings that began within seconds of each other may stand in the order of their making.
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
