import { frameSamples, sampleRate } from '../../preload/model/sound'
import { toneSpeech } from '../speech/tones'
import { createCounter } from './counter'

/** The microphones of a page whose clock is stepped; what they give, they give by that clock. */
export interface FastMicrophones {
  /** In the place of Chromium's MediaStreamTrackProcessor: gives tone-coded speech. */
  readonly Processor: new (options: { track: MediaStreamTrack }) => object
  /** Resolves when the first of them is read. */
  readonly opened: Promise<void>
  /** Gives what is due. */
  deliver(now: number): void
  /** How many frames the page has sent to main, once it has sent what was given. */
  handedOn(): Promise<number>
  /** From the next pause on nothing is said. */
  hush(): void
  /** How many words each of them said to their end. */
  words(): number[]
}

const deviceRate = 48_000
const blockMs = 10
const blockSamples = (deviceRate * blockMs) / 1_000
const frameMs = (frameSamples / sampleRate) * 1_000
/** Six words and a pause that ends a turn. */
const wordsInTurn = 6
const firstSilenceMs = 1_000
/** Frames of a microphone that the resampler and the framer still hold. */
const mostInTheMaking = 1

/** A room where nobody speaks, at -81 dBFS: a microphone that gives zeros counts as broken. */
const roomTone = (_: unknown, index: number): number =>
  Math.round(3 * Math.sin((2 * Math.PI * index) / blockSamples))

/** Tone-coded speech without an end, in blocks. */
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
      : toneSpeech({
          words: wordsInTurn,
          firstNumber: words % 1_000,
          sampleRate: deviceRate,
          startSilenceMs: 0,
          endSilenceMs: 1_000,
        }).samples
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
  readonly track: MediaStreamTrack
  readonly speech: ReturnType<typeof createSpeech>
  readonly controller: ReadableStreamDefaultController<AudioData>
  readonly openedAt: number
  blocks: number
  open: boolean
}

export function createFastMicrophones(): FastMicrophones {
  const feeds: Feed[] = []
  const sent = createCounter()
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))

  // Each frame of the page goes to main by a port: the count of them tells how far the page is.
  const { postMessage } = MessagePort.prototype
  MessagePort.prototype.postMessage = function (message: unknown, ...rest: never[]) {
    Reflect.apply(postMessage, this, [message, ...rest])
    sent.count(message)
  }

  const due = (): number =>
    feeds.reduce((sum, { blocks }) => {
      return sum + Math.max(0, Math.floor((blocks * blockMs) / frameMs) - mostInTheMaking)
    }, 0)

  function give(feed: Feed): void {
    const data = feed.speech.block()
    const timestamp = feed.blocks * blockMs * 1_000
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
          const speech = createSpeech()
          feeds.push({ track, speech, controller, openedAt: Date.now(), blocks: 0, open: true })
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
        while (feed.openedAt + (feed.blocks + 1) * blockMs <= now) give(feed)
      }
    },
    handedOn: async () => {
      await sent.until(due())
      // The audio thread has a clock that nobody steps: it fills in where sound does not come.
      const filledIn = sent.frames - due() > 2 * mostInTheMaking * feeds.length
      if (filledIn)
        throw new Error('No sound was given for 2 s of real time: the step took too long')
      return sent.frames
    },
    hush: () => feeds.forEach(({ speech }) => speech.hush()),
    words: () => feeds.map(({ speech }) => speech.words()),
  }
}
