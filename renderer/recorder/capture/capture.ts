import { errorValue, fail, ok, type ErrorValue, type Result } from '../../../preload/errors'
import { frameSamples, sampleRate } from '../../../preload/model/sound'
import { readBlocks, type Block } from './blocks'
import type { Frame } from './frame-maker'
import { openMicrophone, type MicrophoneRequest } from './microphone'
import { processorName, type WorkletOrder, type WorkletReport } from './worklet-messages'

/** Beside index.html: a file, since the page's policy allows no blob. */
const workletFile = './worklet.js'

/** How long the worklet may take for its last frame before capture ends without it, in ms. */
const finishMs = 2_000

const frameMs = (frameSamples / sampleRate) * 1_000

/** No loudspeaker is opened, and one that is unplugged cannot stop the clock. */
const withoutSink: AudioContextOptions & { sinkId: { type: 'none' } } = { sinkId: { type: 'none' } }

export interface CaptureHandlers {
  /** `capturedAt`: ms since 1970 of the frame's first sample. */
  onFrame(frame: Frame, capturedAt: number): void
  /** The device went away; frames go on as silence. */
  onProblem(error: ErrorValue): void
}

/** One open source. */
export interface Capture {
  readonly label: string
  /** The rate in Hz at which the device delivers; known from the first frame on. */
  readonly deviceRate: number
  /** Ends capture; the last frame has been handed on when it resolves. */
  finish(): Promise<void>
}

/** Opens a microphone and starts to hand on its frames. Fails as openMicrophone does. */
export async function captureMicrophone(
  request: MicrophoneRequest,
  handlers: CaptureHandlers,
): Promise<Result<Capture>> {
  const context = new AudioContext(withoutSink)
  const loading = loadWorklet(context)
  const opened = await openMicrophone(request, (constraints) =>
    navigator.mediaDevices.getUserMedia(constraints),
  )
  const track = opened.ok ? opened.value.getAudioTracks()[0] : undefined
  if (track === undefined) {
    await context.close()
    return opened.ok ? fail('microphone-failed', 'no track') : opened
  }
  // Read at once: what is said while the worklet loads is part of the recording.
  const blocks = collectBlocks(track)
  const loaded = await loading
  if (!loaded.ok) {
    track.stop()
    await context.close()
    return loaded
  }
  return ok(connect(context, track, blocks, handlers))
}

async function loadWorklet(context: AudioContext): Promise<Result<undefined>> {
  try {
    await context.audioWorklet.addModule(workletFile)
    return ok(undefined)
  } catch (cause) {
    return fail('microphone-failed', cause instanceof Error ? cause.message : 'worklet')
  }
}

/** Blocks that wait for somebody to take them. */
interface Blocks {
  handTo(take: (block: Block) => void): void
}

function collectBlocks(track: MediaStreamTrack): Blocks {
  const waiting: Block[] = []
  let take = (block: Block): void => void waiting.push(block)
  void readBlocks(track, (block) => take(block))
  return {
    handTo: (taker) => {
      take = taker
      for (const block of waiting.splice(0)) taker(block)
    },
  }
}

function connect(
  context: AudioContext,
  track: MediaStreamTrack,
  blocks: Blocks,
  handlers: CaptureHandlers,
): Capture {
  const worklet = new AudioWorkletNode(context, processorName, { numberOfInputs: 0 })
  let deviceRate = context.sampleRate
  let nextFrameAt: number | null = null
  let finished: () => void = () => undefined
  const lastFrame = new Promise<void>((resolve) => (finished = resolve))

  worklet.port.onmessage = ({ data }: MessageEvent<WorkletReport>) => {
    if (data.type === 'finished') return finished()
    const capturedAt = nextFrameAt ?? Date.now() - frameMs
    nextFrameAt = capturedAt + frameMs
    handlers.onFrame(data.frame, capturedAt)
  }
  worklet.onprocessorerror = () => handlers.onProblem(errorValue('microphone-failed', 'worklet'))
  track.onended = () => handlers.onProblem(errorValue('microphone-ended'))
  context.onstatechange = () => {
    if (context.state === 'suspended') void context.resume()
  }
  // Only what leads to the destination is sure to run; the worklet's output is silence.
  worklet.connect(context.destination)
  blocks.handTo(({ rate, channels, capturedAt }) => {
    nextFrameAt ??= capturedAt
    deviceRate = rate
    const order: WorkletOrder = { type: 'block', rate, channels }
    worklet.port.postMessage(
      order,
      channels.map(({ buffer }) => buffer),
    )
  })

  return {
    label: track.label,
    get deviceRate() {
      return deviceRate
    },
    finish: async () => {
      track.onended = null
      context.onstatechange = null
      const order: WorkletOrder = { type: 'finish' }
      worklet.port.postMessage(order)
      await Promise.race([lastFrame, new Promise((resolve) => setTimeout(resolve, finishMs))])
      track.stop()
      await context.close()
    },
  }
}
