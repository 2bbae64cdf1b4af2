import type { CapturedSource } from '../../common/model'
import { createCounter } from './counter'
import { firstSilenceMs, spokenTurn, wordsInTurn } from './speech'

/** What one device has played. */
export interface SpokenWords {
  readonly source: CapturedSource
  /** When the device was opened, in ms since 1970 of the stepped clock. */
  readonly openedAt: number
  /** How many words it has finished. */
  readonly words: number
}

/** The devices of a page whose clock is stepped. They deliver their sound by that clock. */
export interface FastMicrophones {
  /** Replaces Chromium's MediaStreamTrackProcessor: delivers tone-coded speech. */
  readonly Processor: new (options: { track: MediaStreamTrack }) => object
  /** Replaces getDisplayMedia: system audio without a picture. */
  readonly getDisplayMedia: () => Promise<MediaStream>
  /** Resolves when the first of them is open. */
  readonly opened: Promise<void>
  /** Delivers what is due. */
  deliver(now: number): void
  /** Returns how many frames the page has sent to main, once it has sent all that was delivered. */
  handedOn(): Promise<number>
  /** Plays silence from the next pause on. */
  hush(): void
  spoken(): SpokenWords[]
}

const deviceRate = 48_000
const blockMs = 10
const blockSamples = (deviceRate * blockMs) / 1_000

/** The noise of a quiet room, at -81 dBFS: a microphone that delivers zeros counts as broken. */
const roomTone = (_: unknown, index: number): number =>
  Math.round(3 * Math.sin((2 * Math.PI * index) / blockSamples))

/** So many turns of promises are enough to read the blocks of one step. */
const mostTurns = 10_000

/** Endless tone-coded speech, in blocks. */
function createSpeech() {
  let samples: Int16Array = new Int16Array((deviceRate * firstSilenceMs) / 1_000)
  let taken = 0
  let words = 0
  let hushed = false
  let turnIsOver = true

  function nextTurn(): void {
    if (!turnIsOver) words += wordsInTurn
    turnIsOver = hushed
    samples = hushed
      ? Int16Array.from({ length: blockSamples }, roomTone)
      : spokenTurn(words % 1_000, deviceRate).samples
    taken = 0
  }

  return {
    block: (): Float32Array<ArrayBuffer> => {
      if (taken === samples.length) nextTurn()
      const block = Float32Array.from(
        samples.subarray(taken, taken + blockSamples),
        (value) => value / 32_768,
      )
      taken += blockSamples
      return block
    },
    hush: () => (hushed = true),
    words: () => words,
  }
}

interface Feed {
  readonly source: CapturedSource
  readonly track: MediaStreamTrack
  /** The time between two blocks: a device whose clock is slow takes longer. */
  readonly everyMs: number
  readonly speech: ReturnType<typeof createSpeech>
  readonly controller: ReadableStreamDefaultController<AudioData>
  /** Null until the first step: a device delivers its first block in time, not up to a step late. */
  openedAt: number | null
  blocks: number
  open: boolean
}

/** `slowerPpm`: how much slower each device is than it says, in parts per million. */
export function createFastMicrophones(
  slowerPpm: Readonly<Record<CapturedSource, number>>,
): FastMicrophones {
  const feeds: Feed[] = []
  const systemTracks = new WeakSet<MediaStreamTrack>()
  const sent = createCounter()
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))

  // The page sends each frame to main over a port: their number shows how far the page is.
  const { postMessage } = MessagePort.prototype
  MessagePort.prototype.postMessage = function (message: unknown, ...rest: never[]) {
    Reflect.apply(postMessage, this, [message, ...rest])
    sent.count(message)
  }

  /** Whether Parley has read all blocks. A device that nobody reads yet does not count for ever. */
  const isRead = (): boolean =>
    feeds.every(({ open: isOpen, controller }) => !isOpen || (controller.desiredSize ?? 1) > 0)

  function give(feed: Feed, openedAt: number): void {
    const data = feed.speech.block()
    const timestamp = Math.round((openedAt + feed.blocks * feed.everyMs) * 1_000)
    const format = 'f32-planar'
    const sound = { format, sampleRate: deviceRate, numberOfChannels: 1, timestamp } as const
    feed.controller.enqueue(new AudioData({ ...sound, numberOfFrames: blockSamples, data }))
    feed.blocks += 1
  }

  class Processor {
    readonly readable: ReadableStream<AudioData>
    constructor({ track }: { track: MediaStreamTrack }) {
      this.readable = new ReadableStream({
        start: (controller) => {
          const source = systemTracks.has(track) ? 'system' : 'microphone'
          const everyMs = blockMs * (1 + slowerPpm[source] / 1e6)
          const feed = { source, track, everyMs, speech: createSpeech(), controller } as const
          feeds.push({ ...feed, openedAt: null, blocks: 0, open: true })
          open()
        },
      })
    }
  }

  return {
    Processor,
    opened,
    deliver: (now) => {
      for (const feed of feeds.filter(({ open }) => open)) {
        if (feed.track.readyState === 'ended') {
          feed.open = false
          feed.controller.close()
          continue
        }
        feed.openedAt ??= now - feed.everyMs
        while (feed.openedAt + (feed.blocks + 1) * feed.everyMs <= now) give(feed, feed.openedAt)
      }
    },
    handedOn: async () => {
      // The page reads and converts what is there without waiting for anything but its own promises.
      for (let turn = 0; !isRead() && turn < mostTurns; turn += 1) await Promise.resolve()
      await Promise.resolve()
      return sent.frames
    },
    hush: () => feeds.forEach(({ speech }) => speech.hush()),
    getDisplayMedia: async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      for (const track of stream.getTracks()) systemTracks.add(track)
      return stream
    },
    spoken: () =>
      feeds.map(({ source, openedAt, speech }) => ({
        source,
        openedAt: openedAt ?? 0,
        words: speech.words(),
      })),
  }
}
