import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { accountEnv, accountFolder, asAccount } from './account.mjs'
import { run } from './run.mjs'
import { say, SetupError } from './say.mjs'

const project = resolve(import.meta.dirname, '..', '..')
/** What neither the app nor its tests read. */
const notStaged = ['.git', 'demo-output', 'test-results', 'release']

/**
 * Where the account finds the project: its own folder where the account can read all of it,
 * otherwise a copy under /var/lib. Call it after the build.
 */
export async function reachableProject(account, { log = say } = {}) {
  if (!account || (await canRead(account, project))) return project
  const copy = join(accountFolder, 'project')
  log(`The account "${account.name}" cannot read ${project}: it gets a copy in ${copy}.`)
  await copyFolder(project, copy)
  return copy
}

/** A Node.js that the account can run: this one, or a copy of it. */
export async function reachableNode(account, cacheDir) {
  if (!account) return process.execPath
  const [command, ...args] = asAccount(account, [process.execPath, '--version'])
  const { code } = await run(command, args, { env: accountEnv(account), cwd: '/' })
  if (code === 0) return process.execPath
  const copy = join(cacheDir, `node-${process.version}`, 'node')
  if (existsSync(copy)) return copy
  await mkdir(dirname(copy), { recursive: true })
  const partial = `${copy}-${process.pid}`
  await copyFile(process.execPath, partial)
  await chmod(partial, 0o755)
  await rename(partial, copy)
  return copy
}

async function canRead(account, folder) {
  const prune = notStaged.flatMap((name) => ['-name', name, '-prune', '-o'])
  const [command, ...args] = asAccount(account, [
    'find',
    folder,
    ...prune,
    ...['!', '-type', 'l', '!', '-readable', '-print', '-quit'],
  ])
  const { code, output } = await run(command, args, { env: accountEnv(account), cwd: '/' })
  return code === 0 && output === ''
}

async function copyFolder(from, to) {
  await mkdir(to, { recursive: true })
  const marker = join(to, 'node_modules', '.staged')
  const lock = await readFile(join(from, 'node_modules', '.package-lock.json'), 'utf8')
  // The dependencies, by far the most of it, are copied only where they have changed.
  const current = existsSync(marker) && (await readFile(marker, 'utf8')) === lock
  const left = (name) => current && name === 'node_modules'
  for (const name of await readdir(to)) {
    if (!left(name)) await rm(join(to, name), { recursive: true })
  }
  const names = (await readdir(from)).filter((name) => !notStaged.includes(name) && !left(name))
  const paths = names.map((name) => join(from, name))
  await shell('cp', ['-a', '--no-preserve=ownership', '-t', to, '--', ...paths])
  await shell('chmod', ['-R', 'a+rX', to])
  await writeFile(marker, lock)
}

async function shell(command, args) {
  const { code, output } = await run(command, args)
  if (code !== 0) throw new SetupError(`The project could not be copied: ${output.trim()}`)
}
