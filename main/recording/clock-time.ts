/** The local time of day, such as 10:02. */
export function clockTime(at: number): string {
  const date = new Date(at)
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`
}
