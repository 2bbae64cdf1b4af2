/**
 * The numbers of what can be found. Each meeting has a range of its own, in the order in which
 * meetings were made, so that the newest come first without sorting and a meeting is one range.
 * Within it stand the turns in the order in which they came, then what a person wrote.
 */
export const placesOfMeeting = 2 ** 22

const starts = {
  turn: 1,
  correction: 0x30_0000,
  note: 0x38_0000,
  speaker: 0x3e_0000,
  title: 0x3f_ffff,
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
