import '@testing-library/jest-dom/vitest'
import { cleanup, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, vi } from 'vitest'
import { ParleyProvider } from '../../../renderer/window/context'
import type { Parley } from '../../../renderer/window/stores/parley'

afterEach(cleanup)
// The simulated page is never idle, and draws nothing.
vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 0))
vi.stubGlobal('cancelIdleCallback', clearTimeout)

/** Draws a part of the window over these features. */
export function renderIn(parley: Parley, part: ReactElement) {
  return render(<ParleyProvider value={parley}>{part}</ParleyProvider>)
}
