// npm test: sets everything up, then type check, lint, unit tests, the tests in the real app and a
// choice of the faults.
import { lint, typeCheck } from './test/checks.mjs'
import { nothingRan } from './test/counts.mjs'
import { endToEnd } from './test/end-to-end.mjs'
import { shortFaults } from './test/faults.mjs'
import { unitTests } from './test/unit.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { main, say } from './setup/say.mjs'

await main(async () => {
  await ensureDependencies()
  let passed = 0
  let failed = 0
  const named = []
  for (const part of [typeCheck, lint, unitTests, endToEnd, shortFaults]) {
    const outcome = await attempt(part)
    passed += outcome.passed
    failed += outcome.failed
    named.push(...outcome.named)
  }
  // Once more at the end, where they are found.
  if (named.length > 0)
    say(`\nNot as they should be:\n${named.map((name) => `  ${name}`).join('\n')}`)
  say(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})

async function attempt(part) {
  try {
    return await part()
  } catch (error) {
    console.error(error.message)
    return nothingRan(error.message)
  }
}
