// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MeetingList } from '../../../../renderer/window/side-bar/meeting-list'
import { openWindow } from '../open-window'
import { renderIn } from '../render'
import { meeting } from '../samples'

const day = 24 * 3_600_000
const thousand = Array.from({ length: 1_000 }, (_, index) =>
  meeting({ id: `m${index}`, title: `Meeting ${index}`, startedAt: (2_000 - index) * day }),
)

/** The simulated page has no layout: a test scrolls by hand. */
let reachEnd: () => void
beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(react: (entries: { isIntersecting: boolean }[]) => void) {
        reachEnd = () => react([{ isIntersecting: true }])
      }
      observe(): void {}
      disconnect(): void {}
    },
  )
})

afterEach(() => void vi.unstubAllGlobals())

const rows = () => screen.getAllByRole('button', { name: /^Meeting/ })

describe('a list of 1,000 meetings', () => {
  it('draws its first rows, and more as their end comes near', async () => {
    const { parley } = await openWindow({ meetings: thousand })
    renderIn(parley, <MeetingList />)
    expect(rows()).toHaveLength(60)
    expect(rows()[0]).toHaveTextContent('Meeting 0')
    act(() => reachEnd())
    expect(rows()).toHaveLength(260)
  })

  it('goes to its last row with End', async () => {
    const { parley } = await openWindow({ meetings: thousand })
    renderIn(parley, <MeetingList />)
    rows()[0]?.focus()
    fireEvent.keyDown(rows()[0] as HTMLElement, { key: 'End' })
    expect(rows()).toHaveLength(1_000)
    expect(document.activeElement).toHaveTextContent('Meeting 999')
  })

  it('draws the row of the open meeting', async () => {
    const { parley } = await openWindow({ meetings: thousand })
    renderIn(parley, <MeetingList />)
    await act(() => parley.meeting.open('m300'))
    expect(rows().at(-1)).toHaveTextContent('Meeting 300')
    expect(rows().at(-1)).toHaveAttribute('aria-current', 'page')
  })
})
