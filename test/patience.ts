import { vi } from 'vitest'

/**
 * How long `vi.waitFor` waits, in ms, unless a test says so. Its own second is too short on a busy
 * computer, and a test that passes never waits longer than it must.
 */
const patienceMs = 15_000

const { waitFor } = vi
vi.waitFor = (callback, options = patienceMs) => waitFor(callback, options)
