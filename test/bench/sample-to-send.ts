import type { Page } from '@playwright/test'

interface Clocks {
  /** When each block of the device reached the page, and how much sound there was then, in ms. */
  readonly blocks: { readonly at: number; readonly soundMs: number }[]
  /** When each frame was sent. */
  readonly sends: number[]
}

const frameMs = 50

/**
 * Watches the recorder page from now on, before a recording starts. The function that it gives
 * answers with the time from a frame's last sample in the page to its `send`, frame by frame, in ms.
 */
export async function watchFrames(recorder: Page): Promise<() => Promise<number[]>> {
  await recorder.evaluate((frameBytes) => {
    const clocks: Clocks = { blocks: [], sends: [] }
    Object.assign(self, { clocks })
    let soundMs = 0

    const { copyTo } = AudioData.prototype
    AudioData.prototype.copyTo = function (destination, options) {
      if (options.planeIndex === 0) {
        soundMs += (this.numberOfFrames / this.sampleRate) * 1_000
        clocks.blocks.push({ at: performance.now(), soundMs })
      }
      copyTo.call(this, destination, options)
    }

    const { send } = WebSocket.prototype
    WebSocket.prototype.send = function (data) {
      if (data instanceof ArrayBuffer && data.byteLength === frameBytes) {
        clocks.sends.push(performance.now())
      }
      send.call(this, data)
    }
  }, frameMs * 32)
  return async () => {
    const { blocks, sends } = await recorder.evaluate(
      () => (self as unknown as { clocks: Clocks }).clocks,
    )
    return sends.flatMap((at, index) => {
      const endMs = (index + 1) * frameMs
      // Sums of fractions: half a sample is no sound.
      const last = blocks.find(({ soundMs }) => soundMs >= endMs - 0.02)
      return last ? [at - last.at] : []
    })
  }
}
