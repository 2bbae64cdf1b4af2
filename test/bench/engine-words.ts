import { basename } from 'node:path'
import { engineModelOf } from '../../main/local-engine/catalogue'
import { createDecodeQueue, type Recogniser } from '../../main/local-engine/decode-queue'
import { openSession } from '../../main/local-engine/open-session'
import { loadRuntime } from '../../main/local-engine/sherpa'
import type { WireTurn } from '../../main/local-engine/wire'
import { modelsDir } from '../main/local-engine/models'
import { readWav } from '../speech/wav'
import { wordErrors, wordsOf } from '../speech/word-error-rate'
import type { Bench } from './bench'
import { createSimulation } from './engine-simulation'
import { figure, percentile, type Figure } from './figures'
import { spokenIn, type Spoken } from './spoken'

const frameMs = 50
const samplesPerMs = 16
/** Faint noise around each file, in ms: a model needs some before, and a turn ends in a pause. */
const around = { before: 500, after: 2_000 }
/** A turn that ends within this time after the last sound is late. */
const patienceMs = 10_000

const ms = { unit: 'ms' }
const percent = { unit: '%' }

/** What one file gave. */
interface Heard extends Pick<Spoken, 'path' | 'kind'> {
  readonly words: number
  readonly wrong: number
  /** From the start of each turn's first word to its first text, in ms. */
  readonly firsts: readonly number[]
  /** From the end of each turn's last word to its final text, in ms. */
  readonly finals: readonly number[]
  readonly soundMs: number
  readonly processorMs: number
}

async function hear(
  { path, text: said, kind }: Spoken,
  engine: { readonly recogniser: Recogniser; readonly runtime: ReturnType<typeof loadRuntime> },
): Promise<Heard> {
  const simulation = createSimulation(engine.recogniser)
  const first = new Map<number, number>()
  const done: { readonly turn: WireTurn; readonly at: number }[] = []
  const started = process.cpuUsage()
  const session = openSession({
    now: simulation.now,
    detector: engine.runtime.createDetector(modelsDir),
    queue: createDecodeQueue({ now: simulation.now, onDecoded: () => undefined }),
    recogniser: () => simulation.recogniser,
    filterProfanity: true,
    terms: [],
    onTurn(turn) {
      if (!first.has(turn.order)) first.set(turn.order, simulation.now())
      if (turn.endOfTurn) done.push({ turn, at: simulation.now() })
    },
    onFailure(cause) {
      throw cause
    },
  })
  const sound = withPauses(readWav(path).samples)
  const frame = frameMs * samplesPerMs
  for (let at = 0; at < sound.length; at += frame) {
    await simulation.advance(frameMs)
    const samples = sound.subarray(at, at + frame)
    session.accept(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
  }
  const ended = session.endTurn()
  await simulation.advance(patienceMs)
  await ended
  const { user, system } = process.cpuUsage(started)
  const turns = done.filter(({ turn }) => turn.words.length > 0)
  const text = turns.map(({ turn }) => turn.words.map((word) => word.text).join(' ')).join(' ')
  return {
    path,
    kind,
    words: wordsOf(said).length,
    wrong: wordErrors(said, text),
    firsts: turns.map(
      ({ turn }) => (first.get(turn.order) ?? NaN) - (turn.words[0]?.startMs ?? NaN),
    ),
    finals: turns.map(({ turn, at }) => at - (turn.words.at(-1)?.endMs ?? NaN)),
    soundMs: sound.length / samplesPerMs,
    processorMs: (user + system) / 1_000,
  }
}

function withPauses(speech: Int16Array): Int16Array {
  const before = around.before * samplesPerMs
  const length = before + speech.length + around.after * samplesPerMs
  const sound = Int16Array.from({ length }, (_, at) => ((at * 7_919) % 5) - 2)
  sound.set(speech, before)
  return sound
}

/** The words, delays and processor time of the engine on a folder of speech, in simulated time. */
export async function measureWords({ speech }: Bench): Promise<Figure[]> {
  const spoken = spokenIn(speech)
  if (spoken.length === 0) return []
  const runtime = loadRuntime()
  const loaded = await runtime.loadRecogniser(engineModelOf(modelsDir, 'base'), {
    language: null,
    hasTerms: false,
  })
  if ('open' in loaded) throw new Error('This model is measured by segments')
  const heard: Heard[] = []
  for (const one of spoken) heard.push(await hear(one, { recogniser: loaded, runtime }))
  return figuresOf(heard)
}

function figuresOf(heard: readonly Heard[]): Figure[] {
  const firsts = heard.flatMap((one) => one.firsts)
  const finals = heard.flatMap((one) => one.finals)
  const share = sum(heard, (one) => one.processorMs) / sum(heard, (one) => one.soundMs)
  const kinds = [...new Set(heard.map(({ kind }) => kind))]
  return [
    figure('Words: wrong of all', errorRate(heard), percent),
    ...kinds.map((kind) =>
      figure(
        `Words: wrong, ${kind} speech`,
        errorRate(heard.filter((one) => one.kind === kind)),
        percent,
      ),
    ),
    ...heard.map((one) =>
      figure(`Words: wrong in ${basename(one.path)}`, one.wrong, { unit: `of ${one.words}` }),
    ),
    figure('Words: start of a turn to its first words, p50', percentile(firsts, 0.5), ms),
    figure('Words: start of a turn to its first words, p90', percentile(firsts, 0.9), ms),
    figure('Words: end of a turn to its final words, p50', percentile(finals, 0.5), ms),
    figure('Words: end of a turn to its final words, p90', percentile(finals, 0.9), ms),
    figure('Words: share of one core for sound in real time', share, { unit: '' }),
  ]
}

const errorRate = (heard: readonly Heard[]) =>
  (100 * sum(heard, (one) => one.wrong)) / sum(heard, (one) => one.words)

const sum = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((total, value) => total + of(value), 0)
