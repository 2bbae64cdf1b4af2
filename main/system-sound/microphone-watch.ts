import { fromProcessSchema, type FromProcess } from './messages'
import type { SoundChild } from './system-sound'

/** How long to wait before the sound server is asked again after it was lost, in ms. */
const retryMs = 10_000

/** Who holds a microphone as calls do, and who plays. */
export type MicrophoneUse = Pick<FromProcess & { type: 'microphone' }, 'users' | 'playing'>

/** Calls back now and at each change. Returns the function that ends it. */
export type WatchMicrophone = (listener: (use: MicrophoneUse) => void) => () => void

interface WatchOptions {
  /** null if there is nobody to ask. */
  readonly startThread: (() => SoundChild<never>) | null
  readonly ownPid: number
  /** Whether there is a sound server to ask; without one no thread is started. */
  readonly hasServer: () => boolean
}

/** The watch, or null if there is nobody to ask. */
export function createMicrophoneWatch({
  startThread,
  ownPid,
  hasServer,
}: WatchOptions): WatchMicrophone | null {
  if (startThread === null) return null
  return (listener) => {
    let isWanted = true
    let child: SoundChild<never> | null = null
    let retry: NodeJS.Timeout | null = null

    function beginLater(): void {
      retry = setTimeout(begin, retryMs)
      retry.unref()
    }

    function begin(): void {
      if (!hasServer()) return beginLater()
      const made = startThread?.() ?? null
      child = made
      made?.onMessage((raw) => {
        const message = fromProcessSchema.parse(raw)
        if (message.type === 'failed') made.kill()
        else if (message.type === 'microphone') listener(message)
      })
      made?.onExit(() => {
        if (!isWanted) return
        listener({ users: [], playing: [] })
        beginLater()
      })
      made?.postMessage({ type: 'watch', ownPid })
    }

    begin()
    return () => {
      isWanted = false
      if (retry !== null) clearTimeout(retry)
      child?.kill()
    }
  }
}
