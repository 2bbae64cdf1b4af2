/** What a device gave at once, such as 10 ms. */
export interface Block {
  /** In Hz, as the device delivers now. */
  readonly rate: number
  readonly channels: readonly Float32Array[]
  /** ms since 1970 of its first sample: when it was heard, however late it is handed on. */
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
  /** When the first block began: ms since 1970, and on the clock of the track in microseconds. */
  let first: { readonly at: number; readonly timestamp: number } | null = null
  const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: waitingBlocks })
  const reader = readable.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const { numberOfFrames, sampleRate, timestamp } = next.value
    first ??= { at: Date.now() - (numberOfFrames / sampleRate) * 1_000, timestamp }
    onBlock(toBlock(next.value, first.at + (timestamp - first.timestamp) / 1_000))
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
