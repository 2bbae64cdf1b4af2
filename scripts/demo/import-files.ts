import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { accountEnv, asAccount, type Account } from '../bare-machine/account'
import { closeSession, openSession, runInSession, type Session } from '../bare-machine/session'
import { say, SetupError } from '../setup/log.mjs'
import { prepare } from '../setup/prepare'
import { run } from '../setup/run-command.mjs'
import type { ImportArguments } from './arguments'
import type { ImportPlan } from './drive-import'

/** Imports files into the real app with nobody at the keyboard, and writes what became of each. */
export async function importFiles({ files, json, tones }: ImportArguments): Promise<number> {
  const from = process.env.INIT_CWD ?? process.cwd()
  const target = resolve(from, json)
  const prepared = await prepare({ session: true })
  const session = await openSession(prepared.account)
  try {
    const reachable: ImportPlan['files'][number][] = []
    for (const [index, name] of files.entries()) {
      reachable.push({ name, path: await reachableFile(resolve(from, name), index, session) })
    }
    const planFile = join(session.folder, 'plan.json')
    await writeFile(planFile, JSON.stringify({ files: reachable, tones } satisfies ImportPlan))
    await chmod(planFile, 0o644)
    const { code } = await runInSession({ session, prepared }, [
      ...[prepared.node, join('node_modules', 'tsx', 'dist', 'cli.mjs')],
      ...[join('scripts', 'demo', 'drive-import.ts'), planFile],
    ])
    const result = join(session.output, 'result.json')
    const text = await readFile(result, 'utf8').catch(() => null)
    if (code !== 0 || text === null) throw new SetupError('The import did not finish.')
    await mkdir(dirname(target), { recursive: true })
    await copyFile(result, target)
  } finally {
    await closeSession(session, null)
  }
  say(`The results are in ${target}`)
  return 0
}

/** The file itself if the app's account can read it, otherwise a copy with the same name and date. */
async function reachableFile(
  path: string,
  index: number,
  { folder, account }: Session,
): Promise<string> {
  if (!account || (await canRead(account, path))) return path
  const copies = join(folder, 'files', String(index))
  await mkdir(copies, { recursive: true })
  await run('cp', ['-a', '--', path, `${copies}/`])
  await run('chown', ['-R', '-h', `${account.name}:`, '--', copies])
  return join(copies, basename(path))
}

async function canRead(account: Account, path: string): Promise<boolean> {
  const [command = '', ...args] = asAccount(account, ['test', '-r', path])
  const { code } = await run(command, args, { env: accountEnv(account), cwd: '/' })
  return code === 0
}
