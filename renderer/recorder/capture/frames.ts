import { frameSamples, sampleRate } from '../../../preload/model/sound'
import type { Block } from './blocks'
import type { Frame } from './frame-maker'
import { processorName, type WorkletOrder, type WorkletReport } from './worklet-messages'

/** Beside index.html: a file, since the page's policy allows no blob. */
const workletFile = './worklet.js'

/** How long the worklet may take for its last frame before capture ends without it, in ms. */
const finishMs = 2_000

const frameMs = (frameSamples / sampleRate) * 1_000

/** No loudspeaker is opened, and one that is unplugged cannot stop the clock. */
const withoutSink: AudioContextOptions & { sinkId: { type: 'none' } } = { sinkId: { type: 'none' } }

export interface FramesHandlers {
  /** `capturedAt`: ms since 1970 of the frame's first sample. */
  onFrame(frame: Frame, capturedAt: number): void
  /** There will be no frames. `why` is technical. */
  onFailure(why: string): void
}

/** Makes frames of blocks on a thread of its own. */
export interface Frames {
  take(block: Block): void
  /** Silence from now on until the first block. */
  beQuiet(): void
  /** The last frame has been handed on when it resolves. */
  finish(): Promise<void>
}

/** Takes blocks at once; frames come as soon as its thread is there. */
export function createFrames(handlers: FramesHandlers): Frames {
  const context = new AudioContext(withoutSink)
  const waiting: { order: WorkletOrder; transfer: Transferable[] }[] = []
  let worklet: AudioWorkletNode | null = null
  let nextFrameAt: number | null = null
  let finishing = false
  let finished: () => void = () => undefined
  const lastFrame = new Promise<void>((resolve) => (finished = resolve))

  function onReport({ data }: MessageEvent<WorkletReport>): void {
    if (data.type === 'finished') return finished()
    const capturedAt = nextFrameAt ?? Date.now() - frameMs
    nextFrameAt = capturedAt + frameMs
    handlers.onFrame(data.frame, capturedAt)
  }

  function send(order: WorkletOrder, transfer: Transferable[] = []): void {
    if (worklet === null) waiting.push({ order, transfer })
    else worklet.port.postMessage(order, transfer)
  }

  async function load(): Promise<void> {
    try {
      await context.audioWorklet.addModule(workletFile)
      const node = new AudioWorkletNode(context, processorName, { numberOfInputs: 0 })
      node.port.onmessage = onReport
      node.onprocessorerror = () => handlers.onFailure('worklet')
      // Only what leads to the destination is sure to run; the worklet's output is silence.
      node.connect(context.destination)
      worklet = node
      for (const { order, transfer } of waiting.splice(0)) send(order, transfer)
    } catch (cause) {
      finished()
      if (!finishing) handlers.onFailure(cause instanceof Error ? cause.message : 'worklet')
    }
  }

  context.onstatechange = () => {
    if (context.state === 'suspended') void context.resume()
  }
  void load()
  return {
    take: ({ rate, channels, capturedAt }) => {
      nextFrameAt ??= capturedAt
      const transfer = channels.map(({ buffer }) => buffer)
      send({ type: 'block', rate, channels }, transfer)
    },
    beQuiet: () => send({ type: 'quiet' }),
    finish: async () => {
      finishing = true
      context.onstatechange = null
      send({ type: 'finish' })
      await Promise.race([lastFrame, new Promise((resolve) => setTimeout(resolve, finishMs))])
      await context.close()
    },
  }
}
