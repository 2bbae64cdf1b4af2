import type { Evaluator } from './plain-app'

/** A tone word and when it was first painted, in ms since 1970. */
export interface Seen {
  readonly number: number
  readonly at: number
}

/** Watches the page for tone words from now on. The returned function reads those seen so far. */
export async function watchWords(window: Evaluator): Promise<() => Promise<Seen[]>> {
  // tsx wraps named functions in a helper of its own, which the page lacks.
  await window.evaluate('self.__name = (value) => value')
  await window.evaluate(() => {
    const seen = new Map<string, number>()
    Object.assign(self, { seen })
    // The window draws new text within a frame: then this frame paints it, and not the next one.
    let isFrame = false
    const { requestAnimationFrame: request } = self
    self.requestAnimationFrame = (run) =>
      request((time) => {
        isFrame = true
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => (isFrame = false)
        port2.postMessage(null)
        run(time)
      })
    const look = (): void => {
      const text = document.querySelector('main')?.textContent ?? ''
      const fresh = [...text.matchAll(/w(\d{3})(?!\d)/gi)]
        .map((match) => match[1] ?? '')
        .filter((number) => !seen.has(number))
      for (const number of fresh) seen.set(number, 0)
      if (fresh.length === 0) return
      // A task posted in the frame runs after its paint.
      const inFrame = () => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          const at = performance.timeOrigin + performance.now()
          for (const number of fresh) seen.set(number, at)
        }
        port2.postMessage(null)
      }
      if (isFrame) inFrame()
      else requestAnimationFrame(inFrame)
    }
    look()
    // Words that are already there were painted before.
    seen.forEach((_at, number) => seen.set(number, Number.NaN))
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  return async () => {
    const entries = await window.evaluate(() => [
      ...(self as unknown as { seen: Map<string, number> }).seen,
    ])
    return entries
      .filter(([, at]) => at > 0)
      .map(([number, at]) => ({ number: Number(number), at }))
  }
}
