import type { Appointment } from '../../common/model'

/** People come to a meeting this long before it begins, in ms. */
const earlyMs = 15 * 60_000

/**
 * The appointment that a recording at this time belongs to: one that goes on or is about to begin. Of
 * several, one that takes time counts before one that is only a note, then the one whose beginning is
 * nearest, then the one with more people.
 */
export function appointmentAt(
  appointments: readonly Appointment[],
  nowAt: number,
): Appointment | null {
  const distance = ({ startsAt }: Appointment) => Math.abs(startsAt - nowAt)
  const [best] = appointments
    .filter(({ startsAt, endsAt }) => startsAt - earlyMs <= nowAt && nowAt < endsAt)
    .sort(
      (a, b) =>
        Number(a.isFree) - Number(b.isFree) ||
        distance(a) - distance(b) ||
        b.people.length - a.people.length,
    )
  return best ?? null
}
