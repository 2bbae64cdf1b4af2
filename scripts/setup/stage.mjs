import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { accountEnv, accountFolder, asAccount } from './account.mjs'
import { run } from './run.mjs'
import { say, SetupError } from './say.mjs'

const project = resolve(import.meta.dirname, '..', '..')
const notStaged = ['.git', 'demo-output', 'test-results', 'release', 'node_modules']

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
  await mkdir(dirname(copy), { recursive: true })
  await cp(process.execPath, copy)
  await chmod(copy, 0o755)
  return copy
}

async function canRead(account, folder) {
  const prune = notStaged.slice(0, -1).flatMap((name) => ['-name', name, '-prune', '-o'])
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
  const modules = join(from, 'node_modules')
  const marker = join(to, 'node_modules', '.staged')
  const lock = await readFile(join(modules, '.package-lock.json'), 'utf8')
  const current = existsSync(marker) && (await readFile(marker, 'utf8')) === lock
  // Everything but the dependencies is copied anew; those only where the lock file changed.
  const keep = current ? ['!', '-name', 'node_modules'] : []
  await shell('find', [
    to,
    '-mindepth',
    '1',
    '-maxdepth',
    '1',
    ...keep,
    '-exec',
    'rm',
    '-rf',
    '{}',
    '+',
  ])
  const parts = notStaged.filter((name) => name !== 'node_modules' || current)
  const excludes = parts.flatMap((name) => ['!', '-name', name])
  await shell('find', [
    ...[from, '-mindepth', '1', '-maxdepth', '1', ...excludes],
    ...['-exec', 'cp', '-a', '-t', to, '{}', '+'],
  ])
  await shell('chown', ['-R', 'root:root', to])
  await shell('chmod', ['-R', 'a+rX', to])
  await rm(marker, { force: true })
  await writeFile(marker, lock)
}

async function shell(command, args) {
  const { code, output } = await run(command, args)
  if (code !== 0) throw new SetupError(`The project could not be copied: ${output.trim()}`)
}
