// npm run bench [-- --json FILE]: measures the app and prints the figures.
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { prepare } from './setup/index.mjs'
import { main } from './setup/say.mjs'
import { closeSession, openSession, runInSession } from './setup/session.mjs'

await main(async () => {
  const { values } = parseArgs({ options: { json: { type: 'string' } } })
  const prepared = await prepare({ session: true })
  const session = await openSession(prepared.account)
  try {
    // The account may not write where the caller wants the figures.
    const figures = join(session.output, 'bench.json')
    const { code } = await runInSession(session, prepared, [
      ...[prepared.node, join('node_modules', 'tsx', 'dist', 'cli.mjs')],
      ...[join('test', 'bench', 'main.ts'), '--json', figures],
    ])
    if (code === 0 && values.json) {
      const target = resolve(values.json)
      await mkdir(dirname(target), { recursive: true })
      await copyFile(figures, target)
    }
    return code ?? 1
  } finally {
    await closeSession(session, null)
  }
})
