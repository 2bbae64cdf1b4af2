// npm run demo: the app's main job with nobody at the keyboard. The app hears recorded speech as
// its microphone, and its results are written to a folder.
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { closeSession, openSession, runInSession } from '../bare-machine/session'
import { readArguments, readImportArguments, usage, type DemoArguments } from '../demo/arguments'
import { importFiles } from '../demo/import-files'
import { demoFiles } from '../demo/files'
import { figuresOf, type DemoPlan, type DemoReport } from '../demo/report'
import { microphoneAudio } from '../demo/microphone-audio'
import { say, SetupError } from '../setup/log.mjs'
import { prepare } from '../setup/prepare'
import type { Speech } from '../setup/speech'

/** How often the default speech is repeated. */
const repetitions = 3

export async function command(args: string[]): Promise<number> {
  const imports = read(() => readImportArguments(args))
  if (imports !== null) return importFiles(imports)
  const wanted = read(() => readArguments(args))
  const out = resolve(wanted.out)
  // A file that cannot be played is reported before the set-up, which may take minutes.
  const own = wanted.speech ? await ownSpeech(wanted.speech, wanted.reference) : null
  const prepared = await prepare({ session: true })
  const { wav, plan } = own ?? (await defaultSpeech(prepared.speech))
  await clear(out)
  const session = await openSession(prepared.account)
  let code: number | null
  try {
    const wavFile = join(session.folder, 'microphone.wav')
    const planFile = join(session.folder, 'plan.json')
    await writeFile(wavFile, wav)
    await writeFile(planFile, JSON.stringify({ ...plan, wavFile } satisfies DemoPlan))
    for (const file of [wavFile, planFile]) await chmod(file, 0o644)
    say(`Recording ${Math.round(plan.seconds)} s of speech with the app …\n`)
    ;({ code } = await runInSession({ session, prepared }, [
      ...[prepared.node, join('node_modules', 'tsx', 'dist', 'cli.mjs')],
      ...[join('scripts', 'demo', 'drive.ts'), planFile],
    ]))
  } finally {
    await closeSession(session, out)
  }
  return finish(out, wanted, code)
}

function read<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

/** The microphone's audio as a WAV, and what the driver must know about it. */
interface Prepared {
  readonly wav: Buffer
  readonly plan: Omit<DemoPlan, 'wavFile'>
}

async function ownSpeech(file: string, reference: string | null): Promise<Prepared> {
  const { wav, seconds } = await microphoneAudio(resolve(file), 1)
  return { wav, plan: { seconds, reference, speech: basename(file) } }
}

async function defaultSpeech(speech: Speech | null): Promise<Prepared> {
  if (!speech) throw new SetupError('There is no recorded speech on this computer.')
  const { wav, seconds } = await microphoneAudio(speech.file, repetitions)
  const reference = Array<string>(repetitions).fill(speech.text).join(' ')
  return { wav, plan: { seconds, reference, speech: basename(speech.file) } }
}

/** The files of an earlier run must not be mistaken for those of this one. */
async function clear(out: string): Promise<void> {
  for (const name of demoFiles) await rm(join(out, name), { force: true })
}

async function finish(out: string, wanted: DemoArguments, code: number | null): Promise<number> {
  const missing: string[] = []
  for (const name of demoFiles) {
    const size = await stat(join(out, name)).then(
      (info) => info.size,
      () => 0,
    )
    if (size === 0) missing.push(name)
  }
  if (code !== 0 || missing.length > 0) {
    const list = missing.length > 0 ? ` Not written: ${missing.join(', ')}.` : ''
    throw new SetupError(`The demo did not finish.${list}`)
  }
  const report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8')) as DemoReport
  const figures = figuresOf(report, { clear: wanted.speech === null })
  if (wanted.json) {
    await mkdir(dirname(resolve(wanted.json)), { recursive: true })
    await writeFile(resolve(wanted.json), `${JSON.stringify(figures, null, 2)}\n`)
  }
  say('')
  for (const { figure, value, unit } of figures) {
    say(`${figure}: ${value === null ? 'not known' : `${Number(value.toFixed(2))} ${unit}`}`)
  }
  say(`The results are in ${out}`)
  if (report.words > 0) return 0
  say('The transcript has no words.')
  return 1
}
