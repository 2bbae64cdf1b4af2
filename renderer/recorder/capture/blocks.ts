/** What a device gave at once, such as 10 ms. */
export interface Block {
  /** In Hz, as the device delivers now. */
  readonly rate: number
  readonly channels: readonly Float32Array[]
  /** ms since 1970 of its first sample. */
  readonly capturedAt: number
}

/** Chromium's, which the DOM's types leave out. */
declare class MediaStreamTrackProcessor {
  constructor(options: { track: MediaStreamTrack; maxBufferSize: number })
  readonly readable: ReadableStream<AudioData>
}

/** 5 s of usual blocks may wait while this page is held up. */
const waitingBlocks = 500

/**
 * Hands on every block of a track until the track ends. A graph's source node would hold only ten
 * blocks and let its own clock decide: on a busy computer it loses some and puts silence in between.
 */
export async function readBlocks(
  track: MediaStreamTrack,
  onBlock: (block: Block) => void,
): Promise<void> {
  const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: waitingBlocks })
  const reader = readable.getReader()
  // A block may have waited, so the first tells where the track's own clock begins.
  let zeroAt: number | null = null
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const { numberOfFrames, sampleRate, timestamp } = next.value
    const clockMs = timestamp / 1_000
    zeroAt ??= Date.now() - (numberOfFrames / sampleRate) * 1_000 - clockMs
    onBlock(toBlock(next.value, zeroAt + clockMs))
    next.value.close()
  }
}

function toBlock(data: AudioData, capturedAt: number): Block {
  const { numberOfFrames, numberOfChannels, sampleRate } = data
  const channels = Array.from({ length: numberOfChannels }, (_, planeIndex) => {
    const samples = new Float32Array(numberOfFrames)
    data.copyTo(samples, { planeIndex, format: 'f32-planar' })
    return samples
  })
  return { rate: sampleRate, channels, capturedAt }
}
