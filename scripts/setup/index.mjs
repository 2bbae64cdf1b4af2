import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ensureAccount } from './account.mjs'
import { cacheDir, isRoot } from './cache.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureElectron } from './electron.mjs'
import { ensureLibraries } from './libraries.mjs'
import { run } from './run.mjs'
import { checkSandbox } from './sandbox.mjs'
import { say, SetupError } from './say.mjs'
import { ensureSpeech } from './speech.mjs'
import { reachableNode, reachableProject } from './stage.mjs'

const project = resolve(import.meta.dirname, '..', '..')
const oldestNode = [20, 19]

/**
 * All set-up of a command, from a fresh clone on: dependencies, build, libraries, Electron, the
 * account, models, and with `session` what a session of its own needs, speech included.
 * `build: 'once'` builds only where there is no build yet.
 * Answers { project, node, electron, account, models, speech, cache }; `project` is the folder
 * that the app is started from.
 */
export async function prepare({ session = false, build = 'always', log = say } = {}) {
  checkNode()
  // What root makes here, the app's account must be able to read.
  if (isRoot()) process.umask(0o022)
  await ensureDependencies({ log })
  await ensureBuild(build, log)
  await ensureLibraries({ session, log })
  const cache = await cacheDir()
  const electron = await ensureElectron({ cacheDir: cache, log })
  await checkSandbox(electron)
  const { ensureModels } = await import('./models.mjs')
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
    cache,
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  throw new SetupError(
    `Node.js ${oldestNode.join('.')} or newer is needed; this is ${process.version}.`,
  )
}

async function ensureBuild(when, log) {
  if (when === 'once' && existsSync(join(project, 'dist', 'main', 'app.cjs'))) return
  log('Building …')
  const { code, output } = await run(process.execPath, [join(project, 'scripts', 'build.mjs')], {
    cwd: project,
  })
  if (code === 0) return
  throw new SetupError(`The build failed.\n${stripVTControlCharacters(output).trim()}`)
}
