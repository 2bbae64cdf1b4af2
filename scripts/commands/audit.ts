// npm run audit: asks npm for known vulnerabilities of the packages that ship. It fails if there is
// one or if nobody answers. `npm audit` itself lists those of packages that only build and test.
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from '../build'
import type { Notice } from '../package/notices'
import { vulnerabilitiesOf } from '../package/vulnerabilities'
import { say, SetupError } from '../setup/log.mjs'
import { runNpm } from '../setup/run-command.mjs'

const root = resolve(import.meta.dirname, '..', '..')

export async function command(): Promise<number> {
  // The notices name the bundled packages, which npm counts as development dependencies.
  await build()
  const notices = JSON.parse(
    await readFile(join(root, 'dist', 'notices', 'notices.json'), 'utf8'),
  ) as Notice[]
  const shipped = new Set([...notices.map(({ name }) => name), 'electron'])
  const { output } = await runNpm(['audit', '--json'], { cwd: root, keep: Infinity })
  const found = vulnerabilitiesOf(read(output), shipped)
  if (found === null) {
    throw new SetupError(
      'The registry did not report known vulnerabilities. Try again on a network that reaches the public registry.',
    )
  }
  for (const line of found) say(line)
  say(`${found.length} known vulnerabilities in ${shipped.size} packages that ship.`)
  return found.length === 0 ? 0 : 1
}

/** npm may print warnings before its JSON. */
function read(output: string): unknown {
  try {
    return JSON.parse(output.slice(output.indexOf('{')))
  } catch {
    return null
  }
}
