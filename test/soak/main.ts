import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { figure, table, type Figure } from '../bench/figures'
import { storedSound, transcript } from '../e2e/recording'
import { look } from './look'
import { startSoak, type Soak } from './rig'
import { growth, looks, memoryFigures, memoryTable, type Sample } from './samples'
import { wordDelays, wordsOfLongWav, wordsOfTurns, worstDrift, wrongWords } from './words'

const hourMs = 3_600_000
/** How much slower the devices are than they say, in parts per million. */
const slowerPpm = { microphone: 300, system: -300 } as const
/** How often the progress is printed, in ms of the recording. */
const signEveryMs = 600_000

/** Records from one hour to another. Returns how many times faster than real time it was. */
async function passHours(soak: Soak, from: number, to: number): Promise<number> {
  const begun = Date.now()
  for (let ms = from * hourMs; ms < to * hourMs; ms += signEveryMs) {
    await soak.pass(Math.min(signEveryMs, to * hourMs - ms))
    process.stderr.write('.')
  }
  return ((to - from) * hourMs) / (Date.now() - begun)
}

/** Records this many hours and prints the measurements. */
async function measure(soak: Soak, hours: number): Promise<Figure[]> {
  const samples: Sample[] = []
  const id = await soak.record()
  for (const mark of looks(hours)) {
    const before = samples.at(-1)
    const speed = before ? await passHours(soak, before.hours, mark) : null
    samples.push({ hours: mark, speed, ...(await look(soak)) })
  }
  const said = await soak.stop()
  const { turns, gaps } = await transcript(soak.parley, id)
  const faults: string[] = []
  const delays: number[][] = []
  for (const spoken of said) {
    const { source, words } = spoken
    const sound = await wordsOfLongWav(storedSound(soak.parley, id, source))
    delays.push(wordDelays(sound, spoken, slowerPpm[source]))
    const inSound = wrongWords(
      sound.map(({ number }) => number),
      words,
    )
    const inText = wrongWords(wordsOfTurns(turns, source), words)
    if (inSound !== null) faults.push(`sound of ${source}: ${inSound}`)
    if (inText !== null) faults.push(`text of ${source}: ${inText}`)
  }
  console.log(`\n${memoryTable(samples)}\n`)
  for (const fault of faults) console.log(fault)
  const judged = [
    ...growth(samples),
    figure(
      'Words said',
      said.reduce((sum, { words }) => sum + words, 0),
      { unit: 'words' },
    ),
    figure('Largest distance of a word from real time', worstDrift(delays), {
      unit: 'ms',
      target: 60,
    }),
    figure('Turns', turns.length, { unit: 'turns' }),
    figure('Sessions of the service', soak.sessions(), { unit: 'sessions' }),
    figure('Gaps', gaps.length, { unit: 'gaps', target: 0 }),
    figure('Faults in the order of words', faults.length, { unit: 'faults', target: 0 }),
  ]
  console.log(table(judged))
  return [...memoryFigures(samples), ...judged]
}

/** Records for hours. Returns 1 if a figure misses its target. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, hours: { type: 'string', default: '8' } },
  })
  const hours = Number(values.hours)
  if (!(hours > 0)) throw new Error('--hours takes a number of hours')
  const folder = mkdtempSync(join(tmpdir(), 'parley-soak-'))
  try {
    const soak = await startSoak(folder, slowerPpm)
    try {
      const figures = await measure(soak, hours)
      if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
      const holds = figures.every(({ holds }) => holds)
      if (!holds) console.error(soak.parley.output())
      return holds ? 0 : 1
    } catch (cause) {
      console.error(soak.parley.output())
      throw cause
    } finally {
      soak.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

process.exitCode = await main()
