// npm run dev: opens the app, and keeps it up to date with the source. A change of the window or the
// captions reloads that page; a change of main, the preload or a hidden page restarts the app.
// Arguments go to the app.
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { hasDisplay } from '../bare-machine/display'
import { runOnDisplay } from '../bare-machine/run-on-display'
import { closeSession, openSession, runInSession } from '../bare-machine/session'
import { watchParts } from '../dev/watch'
import { isRoot } from '../setup/cache'
import { say, SetupError } from '../setup/log.mjs'
import { prepare } from '../setup/prepare'

const project = resolve(import.meta.dirname, '..', '..')

export async function command(args: string[]): Promise<number> {
  const isVirtual = process.platform === 'linux' && !hasDisplay()
  const prepared = await prepare({ session: isVirtual || isRoot() })
  if (prepared.project !== project) {
    throw new SetupError(
      `The app runs as the account "${prepared.account?.name ?? ''}", which cannot read ${project}. Move the project, or run this as yourself.`,
    )
  }
  const signals = join(project, 'dist', 'changed')
  await mkdir(signals, { recursive: true })
  say('Building for development …')
  let changes = 0
  await watchParts({
    built: (runsIn) => {
      changes += 1
      say(runsIn === 'main' ? 'Restarting the app.' : `Reloading the ${runsIn}.`)
      void writeFile(join(signals, runsIn), String(changes))
    },
    failed: say,
  })
  say(isVirtual ? 'The app runs on a virtual display.' : 'Opening Parley …')
  const runner = [
    ...[prepared.node, join('node_modules', 'tsx', 'dist', 'cli.mjs')],
    ...[join('scripts', 'dev', 'runner.ts'), signals, prepared.electron.executable, project],
    ...[`--models-dir=${prepared.models}`, ...args],
  ]
  const code = isVirtual ? await inSession(prepared, runner) : await runOnDisplay(prepared, runner)
  // The watchers would keep this process alive.
  process.exit(code)
}

async function inSession(
  prepared: Parameters<typeof runInSession>[0]['prepared'],
  commandLine: readonly string[],
): Promise<number> {
  const session = await openSession(prepared.account)
  try {
    return (await runInSession({ session, prepared }, commandLine)).code ?? 1
  } finally {
    await closeSession(session, null)
  }
}
