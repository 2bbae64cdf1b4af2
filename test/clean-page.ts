import { afterEach } from 'vitest'

// Testing Library would do this by itself only in the first file of a worker that imports it.
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react')
  afterEach(cleanup)
}
