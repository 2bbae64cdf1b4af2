import type { SampleRange } from '../../common/time'
import { createAudioBuffer } from './audio-buffer'
import type { Decoded, DecodeJob, DecodeKind, DecodeQueue, Recogniser } from './decode-queue'
import type { FinishWords } from './finish-words'
import { createSegmenter, segmenterDefaults, type Segment, type SegmentEvent } from './segmenter'
import { splitWords, spreadWords, stableCount } from './word-timing'
import type { DecodedWord } from './families/token-words'
import type { WireTurn } from './wire'

/** Decides for each window of 512 samples whether it contains speech. */
export interface VoiceDetector {
  accept(window: Float32Array): boolean
}

export interface SessionOptions {
  readonly detector: VoiceDetector
  readonly queue: DecodeQueue
  readonly recogniser: () => Recogniser
  readonly finish: FinishWords
  /** True for recorded audio: only whole turns, each decoded when no live decode waits. */
  readonly background?: boolean
  /** Called with the current state of a turn; it replaces the previous one of the same order. */
  readonly onTurn: (turn: WireTurn) => void
  readonly onFailure: (cause: Error) => void
}

/** Turns one stream of audio frames into turns. */
export interface Session {
  /** Accepts little-endian s16 at 16 kHz; never drops samples. */
  accept(pcm: Uint8Array): void
  /** Ends the open turn, as ForceEndpoint and Terminate do; resolves when all finals are sent. */
  endTurn(): Promise<void>
  /** Resolves when what was accepted needs no more memory than its finals in the queue. */
  caughtUp(): Promise<void>
  /** Cancels all pending decodes. */
  cancel(): void
  receivedMs(): number
  /** Returns the duration of processed audio: all of it, unless finals wait for their decode. */
  processedMs(): number
}

const samplesPerMs = 16
const firstPartialAfter = 9_600
const partialEvery = 8_000
/** The wait until the next partial is at least this multiple of the last partial's decode time. */
const restFactor = 2
const minVoice = 4_800
const tightMargin = 1_600

interface OpenTurn {
  order: number | null
  previous: readonly string[]
  /** The decode of the whole turn that started in a pause. */
  early: DecodeJob | null
  partial: DecodeJob | null
  nextPartialAt: number
}

interface Hearing {
  readonly heard: Decoded
  readonly segment: Segment
  /** Where the decoded clip began, in samples. */
  readonly from: number
  readonly endOfTurn: boolean
}

export function createSession(options: SessionOptions): Session {
  const { background = false } = options
  const audio = createAudioBuffer()
  const longest = options.recogniser().segmentMs * samplesPerMs
  const segmenter = createSegmenter({ ...segmenterDefaults, longest })
  let windowed = 0
  let orders = 0
  let open: OpenTurn | null = null
  let finals = Promise.resolve()
  let finalsWaiting = 0
  let processed = 0
  let cancelled = false
  const jobs = new Set<DecodeJob>()

  function decode(wanted: DecodeKind, samples: Float32Array): DecodeJob {
    const kind = background ? 'background' : wanted
    const job = options.queue.add(kind, samples, options.recogniser())
    jobs.add(job)
    const done = () => jobs.delete(job)
    void job.heard.then(done, (cause: unknown) => {
      done()
      if (!cancelled) options.onFailure(cause instanceof Error ? cause : new Error(String(cause)))
    })
    return job
  }

  function emitTurn(turn: OpenTurn, { heard, segment, from, endOfTurn }: Hearing): void {
    if (cancelled) return
    const timed = options.finish({
      words: wordsOf(heard, segment, from),
      endOfTurn,
      language: heard.language,
    })
    const texts = timed.map((word) => word.text)
    const stable = endOfTurn ? texts.length : stableCount(turn.previous, texts)
    turn.previous = texts
    // A turn without words that was never sent is noise, for example breath or a door.
    if (turn.order === null && texts.length === 0) return
    turn.order ??= orders++
    const words = timed.map((word, index) => ({ ...word, isFinal: index < stable }))
    options.onTurn({ order: turn.order, words, endOfTurn, language: heard.language })
  }

  function emitPartial(turn: OpenTurn, job: DecodeJob, segment: Segment): void {
    void job.heard.then(
      (heard) => {
        if (turn.partial === job) turn.partial = null
        if (heard === null || turn !== open || finalsWaiting > 0) return
        if (heard.text.trim() === '') return
        emitTurn(turn, { heard, segment, from: segment.start, endOfTurn: false })
        const rest = Math.max(partialEvery, restFactor * job.tookMs() * samplesPerMs)
        turn.nextPartialAt = audio.total() + rest
      },
      () => undefined,
    )
  }

  function startPartialIfDue(turn: OpenTurn): void {
    if (windowed < turn.nextPartialAt || turn.partial !== null || turn.early !== null) return
    const segment = segmenter.open()
    if (segment === null) return
    turn.partial = decode('partial', audio.slice(segment.start, segment.end))
    emitPartial(turn, turn.partial, segment)
  }

  function finishTurn(turn: OpenTurn, segment: Segment): void {
    open = null
    turn.partial?.cancel()
    const samples = audio.slice(segment.start, segment.end)
    const job = turn.early ?? decode('final', samples)
    if (!background) job.makeFinal()
    finalsWaiting += 1
    finals = finals.then(async () => {
      try {
        const { heard, from } = await finalHearing(job, samples, segment)
        emitTurn(turn, { heard, segment, from, endOfTurn: true })
      } catch {
        // onFailure has reported the error; later finals must still be sent.
      }
      finalsWaiting -= 1
      processed = segment.end
    })
  }

  /** Moonshine sometimes returns no text for speech; decoding only the voiced part usually helps. */
  async function finalHearing(job: DecodeJob, samples: Float32Array, segment: Segment) {
    const heard = (await job.heard) ?? nothingHeard
    const voice = voiceAlone(segment)
    const whole = { heard, from: segment.start }
    if (heard.text.trim() !== '' || voice === null || cancelled) return whole
    const clip = samples.slice(voice.start - segment.start, voice.end - segment.start)
    return { heard: (await decode('final', clip).heard) ?? nothingHeard, from: voice.start }
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
      emitPartial(open, open.early, event.segment)
    } else if (event.type === 'resume') {
      open.early?.cancel()
      open.early = null
    } else {
      finishTurn(open, event.segment)
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
        if (open !== null && !background) startPartialIfDue(open)
      }
      audio.forget(Math.min(windowed, segmenter.neededFrom()))
    },
    async endTurn() {
      for (const event of segmenter.finish(audio.total())) handle(event)
      await finals
    },
    caughtUp: () => Promise.resolve(),
    cancel() {
      cancelled = true
      for (const job of jobs) job.cancel()
    },
    receivedMs: () => audio.total() / samplesPerMs,
    processedMs: () => (finalsWaiting === 0 ? audio.total() : processed) / samplesPerMs,
  }
}

const nothingHeard: Decoded = { text: '', words: null, language: null }

/** The words on the session's time line: with the model's own times, or spread over the voice. */
function wordsOf(heard: Decoded, segment: Segment, from: number): DecodedWord[] {
  if (heard.words === null) {
    const spread = spreadWords(splitWords(heard.text), segment.voiced, samplesPerMs)
    return spread.map((word) => ({ ...word, confidence: null }))
  }
  const offsetMs = Math.round(from / samplesPerMs)
  return heard.words.map((word) => ({
    ...word,
    startMs: offsetMs + word.startMs,
    endMs: offsetMs + word.endMs,
  }))
}

/** Returns the voiced part with 0.1 s of margin, or null if there is hardly any voice. */
function voiceAlone(segment: Segment): SampleRange | null {
  const voiced = segment.voiced.reduce((sum, span) => sum + span.end - span.start, 0)
  const [first, last] = [segment.voiced[0], segment.voiced.at(-1)]
  if (!first || !last || voiced < minVoice) return null
  return {
    start: Math.max(segment.start, first.start - tightMargin),
    end: Math.min(segment.end, last.end + tightMargin),
  }
}

function loudness(window: Float32Array): number {
  return window.reduce((sum, sample) => sum + sample * sample, 0)
}
