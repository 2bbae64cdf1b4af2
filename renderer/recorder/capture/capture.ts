import { errorValue, fail, ok, type ErrorValue, type Result } from '../../../preload/errors'
import type { Frame } from './frame-maker'
import { openMicrophone, type MicrophoneRequest } from './microphone'
import { processorName, type WorkletOrder, type WorkletReport } from './worklet-messages'

/** Beside index.html: a file, since the page's policy allows no blob. */
const workletFile = './worklet.js'

/** How long the worklet may take for its last frame before capture ends without it, in ms. */
const finishMs = 2_000

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
  /** The rate in Hz at which the running context delivers. */
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
  const [stream, loaded] = await Promise.all([
    openMicrophone(request, (constraints) => navigator.mediaDevices.getUserMedia(constraints)),
    loadWorklet(context),
  ])
  const track = stream.ok ? stream.value.getAudioTracks()[0] : undefined
  if (!stream.ok || !loaded.ok || track === undefined) {
    if (stream.ok) for (const unused of stream.value.getTracks()) unused.stop()
    await context.close()
    return stream.ok ? (loaded.ok ? fail('microphone-failed') : loaded) : stream
  }
  return ok(connect(context, stream.value, track, handlers))
}

async function loadWorklet(context: AudioContext): Promise<Result<undefined>> {
  try {
    await context.audioWorklet.addModule(workletFile)
    return ok(undefined)
  } catch (cause) {
    return fail('microphone-failed', cause instanceof Error ? cause.message : 'worklet')
  }
}

function connect(
  context: AudioContext,
  stream: MediaStream,
  track: MediaStreamTrack,
  handlers: CaptureHandlers,
): Capture {
  const worklet = new AudioWorkletNode(context, processorName)
  const microphone = context.createMediaStreamSource(stream)
  let finished: () => void = () => undefined
  const lastFrame = new Promise<void>((resolve) => (finished = resolve))

  worklet.port.onmessage = ({ data }: MessageEvent<WorkletReport>) => {
    if (data.type === 'finished') {
      finished()
      return
    }
    // The context's clock tells how long ago the frame began, however late this page gets to it.
    const age = (context.currentTime - data.contextTime) * 1_000
    handlers.onFrame(data.frame, Date.now() - age)
  }
  worklet.onprocessorerror = () => handlers.onProblem(errorValue('microphone-failed', 'worklet'))
  track.onended = () => handlers.onProblem(errorValue('microphone-ended'))
  context.onstatechange = () => {
    if (context.state === 'suspended') void context.resume()
  }
  microphone.connect(worklet)
  // Only what leads to the destination is sure to be pulled; the worklet's output is silence.
  worklet.connect(context.destination)

  return {
    label: track.label,
    deviceRate: context.sampleRate,
    finish: async () => {
      track.onended = null
      context.onstatechange = null
      const order: WorkletOrder = 'finish'
      worklet.port.postMessage(order)
      await Promise.race([lastFrame, new Promise((resolve) => setTimeout(resolve, finishMs))])
      for (const open of stream.getTracks()) open.stop()
      await context.close()
    },
  }
}
