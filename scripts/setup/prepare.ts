import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ensureAccount, type Account } from '../bare-machine/account'
import { ensureLibraries } from '../bare-machine/libraries'
import { checkSandbox } from '../bare-machine/sandbox'
import { reachableNode, reachableProject } from '../bare-machine/staging'
import { cacheDir, isRoot } from './cache'
import { ensureElectron } from './electron'
import type { Electron } from './installed-electron'
import { say, SetupError } from './log.mjs'
import { ensureModels } from './models'
import { run } from './run-command.mjs'
import { ensureSpeech, type Speech } from './speech'

/** Everything that a command needs to start the app. */
export interface Prepared {
  /** The folder from which the app starts. */
  readonly project: string
  /** The path of a Node.js that the account can run. */
  readonly node: string
  readonly electron: Electron
  readonly account: Account | null
  /** The folder of the on-device engine's models. */
  readonly models: string
  /** Recorded speech, for a session. */
  readonly speech: Speech | null
}

interface Options {
  /** Also prepares what a session needs: its programs and the speech. */
  readonly session?: boolean
  /** `once` builds only if there is no build yet. */
  readonly build?: 'always' | 'once'
  readonly log?: (sentence: string) => void
}

const project = resolve(import.meta.dirname, '..', '..')

/** Builds the app and prepares libraries, Electron, the account, the models and the speech. */
export async function prepare({
  session = false,
  build = 'always',
  log = say,
}: Options = {}): Promise<Prepared> {
  // The app's account must be able to read what root creates here.
  if (isRoot()) process.umask(0o022)
  await ensureBuild(build, log)
  await ensureLibraries({ session, log })
  const cache = await cacheDir()
  const electron = await ensureElectron({ cacheDir: cache, log })
  await checkSandbox(electron)
  const models = await ensureModels({ cacheDir: cache, log })
  const speech = session ? await ensureSpeech({ cacheDir: cache, log }) : null
  const account = await ensureAccount({ log })
  return {
    project: await reachableProject(account, { log }),
    node: await reachableNode(account, cache),
    electron,
    account,
    models,
    speech,
  }
}

async function ensureBuild(when: 'always' | 'once', log: (sentence: string) => void) {
  if (when === 'once' && existsSync(join(project, 'dist', 'main', 'app.cjs'))) return
  log('Building …')
  const { code, output } = await run(
    process.execPath,
    [join(project, 'scripts', 'run.mjs'), 'build'],
    { cwd: project },
  )
  if (code === 0) return
  throw new SetupError(`The build failed.\n${stripVTControlCharacters(output).trim()}`)
}
