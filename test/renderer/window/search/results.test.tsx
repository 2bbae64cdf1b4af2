// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { SearchGroup } from '../../../../common/model'
import { SearchResults } from '../../../../renderer/window/search/results'
import { openWindow } from '../open-window'
import { renderIn } from '../render'

const groups = Array.from({ length: 20 }, (_, index): SearchGroup => ({
  meetingId: `meeting-${index}`,
  title: `Meeting ${index}`,
  titleMarks: [],
  startedAt: 1_000_000 - index,
  count: 0,
  places: [],
}))

describe('the results of the search', () => {
  it('show the first meetings at once, and all of them a frame later, in order', async () => {
    const { parley } = await openWindow({
      answers: {
        'search:find': { groups, more: null },
        'search:filters': { speakers: [], tags: [] },
      },
    })
    parley.search.want({ text: 'meeting' })
    await waitFor(() => expect(parley.search.state.get().groups).toHaveLength(20))
    renderIn(parley, <SearchResults />)
    const list = within(screen.getByRole('listbox'))
    const shown = () => list.getAllByRole('group').map((group) => group.getAttribute('aria-label'))
    const first = shown().length
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(20)
    await waitFor(() => expect(shown()).toEqual(groups.map(({ title }) => title)))
  })

  it('keep what is drawn when older meetings come', async () => {
    const older = groups.map((group) => ({ ...group, meetingId: `older-${group.meetingId}` }))
    const found: { groups: SearchGroup[]; more: number | null } = { groups, more: 7 }
    const { parley } = await openWindow({
      answers: { 'search:find': found, 'search:filters': { speakers: [], tags: [] } },
    })
    parley.search.want({ text: 'meeting' })
    await waitFor(() => expect(parley.search.state.get().groups).toHaveLength(20))
    renderIn(parley, <SearchResults />)
    const list = within(screen.getByRole('listbox'))
    const shown = () => list.getAllByRole('group').length
    await waitFor(() => expect(shown()).toBe(20))
    Object.assign(found, { groups: older, more: null })
    const drawn: number[] = []
    const watch = new MutationObserver(() => drawn.push(shown()))
    watch.observe(document.body, { subtree: true, childList: true })
    await act(() => parley.search.showMore())
    await waitFor(() => expect(shown()).toBe(40))
    watch.disconnect()
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(20)
  })
})
