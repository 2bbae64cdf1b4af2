const windowMs = 60_000
const mostInWindow = 4
const firstDelayMs = 250

/**
 * How long to wait before the engine's process is started again: at once-ish after a first crash,
 * longer after each more within a minute, and null (no more by itself) after the fourth.
 */
export function restartDelay(crashedAt: readonly number[], now: number): number | null {
  const recent = crashedAt.filter((at) => now - at < windowMs).length
  if (recent >= mostInWindow) return null
  return firstDelayMs * 4 ** (recent - 1)
}
