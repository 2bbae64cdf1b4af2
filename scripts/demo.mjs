// npm run demo: the main job with nobody at the keyboard. A recording of speech is the microphone
// of the real app; what the app makes of it is left in a folder.
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { readArguments, usage } from './demo/arguments.mjs'
import { demoFiles } from './demo/files.mjs'
import { figuresOf } from './demo/report.mjs'
import { microphoneSound } from './demo/sound.mjs'
import { prepare } from './setup/index.mjs'
import { main, say, SetupError } from './setup/say.mjs'
import { closeSession, openSession, runInSession } from './setup/session.mjs'

const timesOfDefault = 3

await main(async () => {
  const wanted = read()
  const out = resolve(wanted.out)
  // A file that cannot be played is told before all the set-up.
  const own = wanted.speech ? await planFor(wanted, null) : null
  const prepared = await prepare({ session: true })
  const { sound, plan } = own ?? (await planFor(wanted, prepared.speech))
  await clear(out)
  const session = await openSession(prepared.account)
  let code
  try {
    const soundFile = join(session.folder, 'microphone.wav')
    const planFile = join(session.folder, 'plan.json')
    await writeFile(soundFile, sound)
    await writeFile(planFile, JSON.stringify({ ...plan, sound: soundFile }))
    for (const file of [soundFile, planFile]) await chmod(file, 0o644)
    say(`Recording ${Math.round(plan.seconds)} s of speech with the app …\n`)
    const driver = join('scripts', 'demo', 'drive.mjs')
    ;({ code } = await runInSession(session, prepared, [prepared.node, driver, planFile]))
  } finally {
    await closeSession(session, out)
  }
  return finish(out, wanted, code)
})

function read() {
  try {
    return readArguments(process.argv.slice(2))
  } catch (error) {
    throw new SetupError(`${error.message}\n${usage}`)
  }
}

/** The sound for the microphone and what the driver has to know: of the given file, or the default. */
async function planFor({ speech, reference }, byDefault) {
  const times = byDefault ? timesOfDefault : 1
  const file = byDefault?.file ?? resolve(speech)
  const { wav, seconds } = await microphoneSound(file, times)
  const words = byDefault ? Array(times).fill(byDefault.text).join(' ') : null
  return { sound: wav, plan: { seconds, reference: reference ?? words, speech: basename(file) } }
}

/** What an earlier run left must not pass for this one's. */
async function clear(out) {
  for (const name of demoFiles) await rm(join(out, name), { force: true })
}

async function finish(out, wanted, code) {
  const missing = []
  for (const name of demoFiles) {
    const size = await stat(join(out, name)).then(
      (info) => info.size,
      () => 0,
    )
    if (size === 0) missing.push(name)
  }
  if (code !== 0 || missing.length > 0) {
    const list = missing.length > 0 ? ` Not written: ${missing.join(', ')}.` : ''
    throw new SetupError(`The demo did not come to its end.${list}`)
  }
  const report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8'))
  const figures = figuresOf(report, !wanted.speech)
  if (wanted.json) {
    await mkdir(dirname(resolve(wanted.json)), { recursive: true })
    await writeFile(resolve(wanted.json), `${JSON.stringify(figures, null, 2)}\n`)
  }
  say('')
  for (const { figure, value, unit } of figures) {
    say(`${figure}: ${value === null ? 'not known' : `${Number(value.toFixed(2))} ${unit}`}`)
  }
  say(`Everything is in ${out}`)
  if (report.words > 0) return 0
  say('No words came.')
  return 1
}
