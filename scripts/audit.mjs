// npm run audit: asks npm for known weaknesses of what ships, and fails where there is one or where
// nobody answers. What only builds and tests is listed by `npm audit` itself.
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from './build.mjs'
import { weaknessesOf } from './package/weaknesses.mjs'
import { runNpm } from './setup/run.mjs'
import { main, say, SetupError } from './setup/say.mjs'

const root = resolve(import.meta.dirname, '..')

await main(async () => {
  // The notices name what is bundled, which npm takes for tools of the developers.
  await build()
  const notices = JSON.parse(await readFile(join(root, 'dist', 'notices', 'notices.json'), 'utf8'))
  const shipped = new Set([...notices.map(({ name }) => name), 'electron'])
  const { output } = await runNpm(['audit', '--json'], { cwd: root, keep: Infinity })
  const found = weaknessesOf(read(output), shipped)
  if (found === null) {
    throw new SetupError(
      'The registry did not say what weaknesses are known, so nothing is known of them. Try again where the public registry can be reached.',
    )
  }
  for (const line of found) say(line)
  say(`${found.length} known weaknesses in ${shipped.size} packages that ship.`)
  return found.length === 0 ? 0 : 1
})

/** npm may print warnings before its JSON. */
function read(output) {
  try {
    return JSON.parse(output.slice(output.indexOf('{')))
  } catch {
    return null
  }
}
