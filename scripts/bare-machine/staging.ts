import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { accountEnv, accountFolder, asAccount, type Account } from './account'
import { run } from '../setup/run-command.mjs'
import { say, SetupError } from '../setup/log.mjs'

const project = resolve(import.meta.dirname, '..', '..')
/** Neither the app nor its tests read these. */
const notStaged = ['.git', 'demo-output', 'test-results', 'release']

/**
 * The folder in which the account finds the project: the project's own if the account can read all
 * of it, otherwise a copy under /var/lib. Call it after the build.
 */
export async function reachableProject(
  account: Account | null,
  { log = say } = {},
): Promise<string> {
  if (!account || (await canRead(account, project))) return project
  const copy = join(accountFolder, 'project')
  log(`The account "${account.name}" cannot read ${project}, so it uses a copy in ${copy}.`)
  await copyFolder(project, copy)
  return copy
}

/** A Node.js that the account can run: this one, or a copy of it. */
export async function reachableNode(account: Account | null, cacheDir: string): Promise<string> {
  if (!account) return process.execPath
  const { code } = await runAs(account, [process.execPath, '--version'])
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

/** Runs a command line as the account, from the root folder. */
function runAs(account: Account, commandLine: readonly string[]) {
  const [command = '', ...args] = asAccount(account, commandLine)
  return run(command, args, { env: accountEnv(account), cwd: '/' })
}

async function canRead(account: Account, folder: string): Promise<boolean> {
  const prune = notStaged.flatMap((name) => ['-name', name, '-prune', '-o'])
  const { code, output } = await runAs(account, [
    'find',
    folder,
    ...prune,
    ...['!', '-type', 'l', '!', '-readable', '-print', '-quit'],
  ])
  return code === 0 && output === ''
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  const marker = join(to, 'node_modules', '.staged')
  const lock = await readFile(join(from, 'node_modules', '.package-lock.json'), 'utf8')
  // The dependencies are by far the largest part, so they are copied only if they have changed.
  const current = existsSync(marker) && (await readFile(marker, 'utf8')) === lock
  const left = (name: string) => current && name === 'node_modules'
  for (const name of await readdir(to)) {
    if (!left(name)) await rm(join(to, name), { recursive: true })
  }
  const names = (await readdir(from)).filter((name) => !notStaged.includes(name) && !left(name))
  const paths = names.map((name) => join(from, name))
  await shell('cp', ['-a', '--no-preserve=ownership', '-t', to, '--', ...paths])
  await shell('chmod', ['-R', 'a+rX', to])
  await writeFile(marker, lock)
}

async function shell(command: string, args: readonly string[]): Promise<void> {
  const { code, output } = await run(command, args)
  if (code !== 0) throw new SetupError(`The project could not be copied: ${output.trim()}`)
}
