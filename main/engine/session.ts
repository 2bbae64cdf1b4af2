import { createAudioBuffer } from './audio'
import type { DecodeJob, DecodeKind, DecodeQueue, Recogniser } from './decode-queue'
import { maskProfanity } from './profanity'
import { collapseLoops } from './repetition'
import { createSegmenter, segmenterDefaults, type Segment, type SegmentEvent } from './segmenter'
import { splitWords, spreadWords, stableCount, type Span } from './words'
import type { WireWord } from './wire'

/** Says for each window of 512 samples whether somebody speaks. */
export interface VoiceDetector {
  accept(window: Float32Array): boolean
}

export interface SessionOptions {
  readonly detector: VoiceDetector
  readonly queue: DecodeQueue
  readonly recogniser: () => Recogniser
  readonly filterProfanity: boolean
  /** True for sound that is there already: whole turns only, each decoded when no live one waits. */
  readonly background?: boolean
  /** A turn as it stands now; each call replaces the last of the same order. */
  readonly onTurn: (order: number, words: readonly WireWord[], endOfTurn: boolean) => void
  readonly onFailure: (cause: Error) => void
}

/** One stream of audio: from frames to turns. */
export interface Session {
  /** Takes little-endian s16 at 16 kHz; never drops any. */
  accept(pcm: Uint8Array): void
  /** Ends the open turn here, as ForceEndpoint and Terminate do; resolves when all finals are out. */
  endTurn(): Promise<void>
  /** Gives up what is still to be decoded. */
  abandon(): void
  receivedMs(): number
  /** Audio that has been dealt with: all of it, unless finals wait for their decode. */
  decidedMs(): number
}

const samplesPerMs = 16
const firstPartialAfter = 9_600
const partialEvery = 8_000
/** A partial's own decode time times this is the least wait until the next. */
const restFactor = 2
const leastVoice = 4_800
const tightMargin = 1_600

interface OpenTurn {
  order: number | null
  previous: readonly string[]
  /** The decode of the whole turn that was begun in a pause. */
  early: DecodeJob | null
  partial: DecodeJob | null
  nextPartialAt: number
}

export function createSession(options: SessionOptions): Session {
  const { background = false } = options
  const audio = createAudioBuffer()
  const segmenter = createSegmenter()
  let windowed = 0
  let orders = 0
  let open: OpenTurn | null = null
  let finals = Promise.resolve()
  let finalsWaiting = 0
  let decided = 0
  let abandoned = false
  const jobs = new Set<DecodeJob>()

  function decode(wanted: DecodeKind, samples: Float32Array): DecodeJob {
    const kind = background ? 'background' : wanted
    const job = options.queue.add(kind, samples, options.recogniser())
    jobs.add(job)
    const done = () => jobs.delete(job)
    void job.text.then(done, (cause: unknown) => {
      done()
      if (!abandoned) options.onFailure(cause instanceof Error ? cause : new Error(String(cause)))
    })
    return job
  }

  function show(turn: OpenTurn, text: string, segment: Segment, endOfTurn: boolean): void {
    if (abandoned) return
    const words = collapseLoops(splitWords(text))
    const stable = endOfTurn ? words.length : stableCount(turn.previous, words)
    turn.previous = words
    // A turn without words that was never shown is no turn: breath, or a door.
    if (turn.order === null && words.length === 0) return
    turn.order ??= orders++
    const timed = spreadWords(words, segment.voiced, samplesPerMs).map((word, index) => ({
      ...word,
      text: options.filterProfanity ? maskProfanity(word.text) : word.text,
      isFinal: index < stable,
    }))
    options.onTurn(turn.order, timed, endOfTurn)
  }

  function showPartial(turn: OpenTurn, job: DecodeJob, segment: Segment): void {
    void job.text.then(
      (text) => {
        if (turn.partial === job) turn.partial = null
        if (text === null || turn !== open || finalsWaiting > 0 || text.trim() === '') return
        show(turn, text, segment, false)
        const rest = Math.max(partialEvery, restFactor * job.tookMs() * samplesPerMs)
        turn.nextPartialAt = audio.total() + rest
      },
      () => undefined,
    )
  }

  function partialIfDue(turn: OpenTurn): void {
    if (windowed < turn.nextPartialAt || turn.partial !== null || turn.early !== null) return
    const segment = segmenter.open()
    if (segment === null) return
    turn.partial = decode('partial', audio.slice(segment.start, segment.end))
    showPartial(turn, turn.partial, segment)
  }

  function finish(turn: OpenTurn, segment: Segment): void {
    open = null
    turn.partial?.cancel()
    const samples = audio.slice(segment.start, segment.end)
    const job = turn.early ?? decode('final', samples)
    if (!background) job.makeFinal()
    finalsWaiting += 1
    finals = finals.then(async () => {
      try {
        show(turn, await finalText(job, samples, segment), segment, true)
      } catch {
        // onFailure has told it; the finals after this one are not worth less.
      }
      finalsWaiting -= 1
      decided = segment.end
    })
  }

  /** Moonshine sometimes answers speech with nothing; the voice alone mostly gets it to talk. */
  async function finalText(job: DecodeJob, samples: Float32Array, segment: Segment) {
    const text = (await job.text) ?? ''
    const voice = voiceAlone(segment)
    if (text.trim() !== '' || voice === null || abandoned) return text
    const clip = samples.slice(voice.start - segment.start, voice.end - segment.start)
    return (await decode('final', clip).text) ?? ''
  }

  function handle(event: SegmentEvent): void {
    if (event.type === 'start') {
      const speech = event.start + segmenterDefaults.before
      open = {
        order: null,
        previous: [],
        early: null,
        partial: null,
        nextPartialAt: speech + firstPartialAfter,
      }
    } else if (open === null) {
      return
    } else if (event.type === 'pause') {
      if (background) return
      open.partial?.cancel()
      open.early = decode('early', audio.slice(event.segment.start, event.segment.end))
      showPartial(open, open.early, event.segment)
    } else if (event.type === 'resume') {
      open.early?.cancel()
      open.early = null
    } else {
      finish(open, event.segment)
    }
  }

  return {
    accept(pcm) {
      audio.append(pcm)
      const size = segmenterDefaults.window
      while (windowed + size <= audio.total()) {
        const window = audio.slice(windowed, windowed + size)
        windowed += size
        const voice = options.detector.accept(window)
        for (const event of segmenter.push(voice, loudness(window))) handle(event)
        if (open !== null && !background) partialIfDue(open)
      }
      audio.forget(Math.min(windowed, segmenter.neededFrom()))
    },
    async endTurn() {
      for (const event of segmenter.finish(audio.total())) handle(event)
      await finals
    },
    abandon() {
      abandoned = true
      for (const job of jobs) job.cancel()
    },
    receivedMs: () => audio.total() / samplesPerMs,
    decidedMs: () => (finalsWaiting === 0 ? audio.total() : decided) / samplesPerMs,
  }
}

/** The segment with a tenth of a second around its voice; null where there is hardly any voice. */
function voiceAlone(segment: Segment): Span | null {
  const voiced = segment.voiced.reduce((sum, span) => sum + span.end - span.start, 0)
  const [first, last] = [segment.voiced[0], segment.voiced.at(-1)]
  if (!first || !last || voiced < leastVoice) return null
  return {
    start: Math.max(segment.start, first.start - tightMargin),
    end: Math.min(segment.end, last.end + tightMargin),
  }
}

function loudness(window: Float32Array): number {
  return window.reduce((sum, sample) => sum + sample * sample, 0)
}
