import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { figure, table, type Figure } from '../bench/figures'
import { storedSound, transcript } from '../e2e/recording'
import { look } from './look'
import { startSoak, type Soak } from './rig'
import { growth, looks, memoryFigures, memoryTable, type Sample } from './samples'
import { wordsOfLongWav, wordsOfTurns, wrongWords } from './words'

const hourMs = 3_600_000
/** Between two signs of life on the screen, in ms of the recording. */
const signEveryMs = 600_000

/** Records on from one hour to another; how many times faster than real time that went. */
async function passHours(soak: Soak, from: number, to: number): Promise<number> {
  const begun = Date.now()
  for (let ms = from * hourMs; ms < to * hourMs; ms += signEveryMs) {
    await soak.pass(Math.min(signEveryMs, to * hourMs - ms))
    process.stderr.write('.')
  }
  return ((to - from) * hourMs) / (Date.now() - begun)
}

/** Records so many hours and prints what it measured. */
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
  const wrong = {
    text: wrongWords(wordsOfTurns(turns), said),
    sound: wrongWords(await wordsOfLongWav(storedSound(soak.parley, id)), said),
  }
  console.log(`\n${memoryTable(samples)}\n`)
  for (const [where, what] of Object.entries(wrong)) if (what) console.log(`${where}: ${what}`)
  const judged = [
    ...growth(samples),
    figure('Words said', said, 'words'),
    figure('Turns', turns.length, 'turns'),
    figure('Sessions of the service', soak.sessions(), 'sessions'),
    figure('Gaps', gaps.length, 'gaps', 0),
    figure(
      'Faults in the order of words',
      Object.values(wrong).filter(Boolean).length,
      'faults',
      0,
    ),
  ]
  console.log(table(judged))
  return [...memoryFigures(samples), ...judged]
}

/** Records hours in a session of the app; 1 where a figure misses its target. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, hours: { type: 'string', default: '8' } },
  })
  const hours = Number(values.hours)
  if (!(hours > 0)) throw new Error('--hours takes a number of hours')
  const folder = mkdtempSync(join(tmpdir(), 'parley-soak-'))
  try {
    const soak = await startSoak(folder)
    try {
      const figures = await measure(soak, hours)
      if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
      return figures.every(({ holds }) => holds) ? 0 : 1
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
