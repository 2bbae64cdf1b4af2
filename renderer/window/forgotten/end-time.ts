const dayMs = 24 * 60 * 60_000

/** The next moment at which the clock shows this time, in ms since 1970; null if it is no time. */
export function nextTime(time: string, nowAt: number): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? []
  if (hours === undefined || minutes === undefined) return null
  const at = new Date(nowAt).setHours(Number(hours), Number(minutes), 0, 0)
  return at > nowAt ? at : new Date(at + dayMs).setHours(Number(hours), Number(minutes), 0, 0)
}

/** This time as a time field has it. */
export function fieldTime(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}
