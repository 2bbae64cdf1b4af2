/** How long a port may be on its way, in ms. */
const longestWayMs = 3_000

/** The ports of system audio, which come from main under a number. */
export interface SoundPorts {
  arrived(number: number, port: MessagePort): void
  /** Returns null if the port does not come. */
  take(number: number): Promise<MessagePort | null>
}

export function createSoundPorts(after: (ms: number, run: () => void) => void): SoundPorts {
  const here = new Map<number, MessagePort>()
  const waiting = new Map<number, (port: MessagePort) => void>()
  return {
    arrived: (number, port) => {
      const take = waiting.get(number)
      waiting.delete(number)
      if (take === undefined) here.set(number, port)
      else take(port)
    },
    take: (number) => {
      const port = here.get(number)
      here.delete(number)
      if (port !== undefined) return Promise.resolve(port)
      return new Promise((resolve) => {
        waiting.set(number, resolve)
        after(longestWayMs, () => {
          waiting.delete(number)
          resolve(null)
        })
      })
    },
  }
}
