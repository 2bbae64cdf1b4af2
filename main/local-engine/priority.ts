import { constants, setPriority } from 'node:os'

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority
/** Live text is behind sound, and who speaks is behind both. */
const priorities = { behind: PRIORITY_BELOW_NORMAL, last: PRIORITY_LOW }

/**
 * Puts this process behind the capture of sound: on a busy computer live text may be late, and sound
 * may not be. Runs before anything else in the process: on Linux the priority is that of a thread, and
 * the threads that decode take it over from the one that starts them. Returns why it failed, or null.
 */
export function yieldToCapture(
  place: keyof typeof priorities,
  set: (priority: number) => void = (priority) => setPriority(priority),
): string | null {
  try {
    set(priorities[place])
    return null
  } catch (cause) {
    // A system may forbid it; the engine works all the same.
    return String(cause)
  }
}
