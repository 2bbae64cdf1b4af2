// npm test: sets everything up, then type check, lint, unit tests, the tests in the real app and a
// choice of the faults.
import { lint, typeCheck } from './test/checks.mjs'
import { endToEnd } from './test/end-to-end.mjs'
import { shortFaults } from './test/faults.mjs'
import { unitTests } from './test/unit.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { main, say } from './setup/say.mjs'

await main(async () => {
  await ensureDependencies()
  let passed = 0
  let failed = 0
  for (const part of [typeCheck, lint, unitTests, endToEnd, shortFaults]) {
    const counts = await attempt(part)
    passed += counts.passed
    failed += counts.failed
  }
  say(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})

/** A part that cannot run at all has failed: nothing was shown. */
async function attempt(part) {
  try {
    return await part()
  } catch (error) {
    console.error(error.message)
    return { passed: 0, failed: 1 }
  }
}
