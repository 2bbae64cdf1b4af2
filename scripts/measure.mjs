import { existsSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { prepare } from './setup/index.mjs'
import { closeSession, openSession, runInSession } from './setup/session.mjs'

/**
 * Runs `test/<name>/main.ts` in a session of the app and answers its exit code, 1 where a figure
 * misses its target. Its figures are left in the file `json`, where one is named.
 * @param {string} name
 * @param {{ json?: string | undefined, args?: readonly string[] }} options
 */
export async function measure(name, { json, args = [] }) {
  const prepared = await prepare({ session: true })
  const session = await openSession(prepared.account)
  try {
    // The account may not write where the caller wants the figures.
    const figures = join(session.output, `${name}.json`)
    const { code } = await runInSession(session, prepared, [
      ...[prepared.node, join('node_modules', 'tsx', 'dist', 'cli.mjs')],
      ...[join('test', name, 'main.ts'), '--json', figures, ...args],
    ])
    if (json && existsSync(figures)) {
      const target = resolve(json)
      await mkdir(dirname(target), { recursive: true })
      await copyFile(figures, target)
    }
    return code ?? 1
  } finally {
    await closeSession(session, null)
  }
}
